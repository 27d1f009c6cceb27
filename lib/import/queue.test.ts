import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { IMPORTS_AT_ONCE } from '../cloud/rules.ts'
import { findJob, type Job } from '../jobs/rows.ts'
import { placeInQueue } from '../jobs/turns.ts'
import { checkDueJobs } from '../jobs/watcher.ts'
import { deleteSession } from '../session/rows.ts'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { systemDraft } from './drafts.fixture.ts'
import { queueOnce, sendWaiting, takeOut } from './queue.ts'
import { importRequest } from './schema.ts'
import { submitOnce } from './submit.ts'

// No test waits for time; this is for machines that build at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const IMPORT = { service: 'ims', method: 'POST', path: '/v2/cloudimages/action' }
const MINUTE_MS = 60_000

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.stop())

const request = (name: string) =>
  importRequest.parse(
    systemDraft({ imageFile: 'ims-image:centos70.qcow2', imageName: name, minDiskGb: '40' }),
  )

async function queue(name: string): Promise<string> {
  const submissionId = randomUUID()
  const outcome = await queueOnce(scene.db(), scene.session(), { submissionId, request: request(name) })
  expect(outcome).toEqual({ outcome: 'kept', jobId: submissionId })
  return submissionId
}

async function job(id: string): Promise<Job> {
  const found = await findJob(scene.db(), id)
  if (!found) throw new Error('the job is gone')
  return found
}

/** One round of the queue, to the end of all that it sent. */
async function round(aheadMs = 0): Promise<void> {
  await Promise.all(await sendWaiting(scene.db(), 'me', Date.now() + aheadMs))
}

const sent = () => scene.calls('POST /v2/cloudimages/action')
const place = async (id: string) => placeInQueue(scene.db(), await job(id), Date.now())

/** Fills the project with imports that run, as the console knows them. */
async function fill(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID())
  for (const id of ids) await queue(`filler-${id}`)
  await scene
    .db()
    .updateTable('job')
    .set({ state: 'running', sent_at: Date.now(), next_check_at: Date.now() + MINUTE_MS })
    .execute()
  const rows = await scene.db().selectFrom('job').select('id').execute()
  return rows.map(({ id }) => id)
}

onEachStore((emptyStore) => {
  beforeEach(() => scene.reset(emptyStore))

  describe('an import that waits', () => {
    test('has not been sent, and is sent when its turn comes', async () => {
      const id = await queue('one')
      expect(await job(id)).toMatchObject({ state: 'waiting', sentAt: null, imsJobId: null })
      expect(await sent()).toBe(0)
      await round()
      expect(await job(id)).toMatchObject({
        state: 'queued',
        sentAt: expect.any(Number),
        imsJobId: expect.stringMatching(/^[0-9a-f]{32}$/),
      })
      await round()
      expect(await sent()).toBe(1)
    })

    test('is one import, however often it is queued', async () => {
      const wanted = { submissionId: randomUUID(), request: request('once') }
      const outcomes = await Promise.all([1, 2, 3].map(() => queueOnce(scene.db(), scene.session(), wanted)))
      for (const outcome of outcomes) expect(outcome).toEqual({ outcome: 'kept', jobId: wanted.submissionId })
      await round()
      await round()
      expect(await sent()).toBe(1)
    })

    test('waits as long as the project is full, knows its place, and goes in the order of coming', async () => {
      const [ended] = await fill(IMPORTS_AT_ONCE)
      const first = await queue('first')
      await scene
        .db()
        .updateTable('job')
        .set({ submitted_at: Date.now() - MINUTE_MS })
        .where('id', '=', first)
        .execute()
      const second = await queue('second')
      await round()
      expect([await sent(), (await job(first)).state]).toEqual([0, 'waiting'])
      expect(await place(first)).toEqual({ running: IMPORTS_AT_ONCE, before: 0 })
      expect(await place(second)).toEqual({ running: IMPORTS_AT_ONCE, before: 1 })
      await scene
        .db()
        .updateTable('job')
        .set({ state: 'succeeded', ended_at: Date.now() })
        .where('id', '=', ended ?? '')
        .execute()
      await round()
      expect([(await job(first)).state, (await job(second)).state]).toEqual(['queued', 'waiting'])
    })

    test('of another project does not wait for this one', async () => {
      await fill(IMPORTS_AT_ONCE)
      await scene.db().updateTable('job').set({ project_id: 'elsewhere' }).execute()
      const id = await queue('here')
      await round()
      expect((await job(id)).state).toBe('queued')
    })

    test('goes back into the queue when IMS has too much to do, and the project rests', async () => {
      const id = await queue('too-many')
      await scene.fault({ ...IMPORT, status: 429, headers: { 'retry-after': '120' } })
      await round()
      expect(await job(id)).toMatchObject({ state: 'waiting', sentAt: null })
      const later = await queue('later')
      await round(60 * 1000)
      expect((await job(later)).state).toBe('waiting')
      await round(121 * 1000)
      expect([(await job(id)).state, (await job(later)).state]).toEqual(['queued', 'queued'])
    })

    test('that IMS refuses for itself is closed with the reason, and stops no other', async () => {
      const bad = await queue('refused')
      await scene.fault({ ...IMPORT, status: 400, body: '{"error":{"code":"IMG.0009","message":"name"}}' })
      await round()
      const good = await queue('taken')
      await round()
      expect(await job(bad)).toMatchObject({ state: 'rejected', failure: { code: 'IMG.0009' } })
      expect((await job(good)).state).toBe('queued')
    })

    test('without an answer is unconfirmed, and never sent again', async () => {
      const id = await queue('lost')
      await scene.fault({ ...IMPORT, drop: 'after' })
      await round()
      expect((await job(id)).state).toBe('unconfirmed')
      await round(3_600_000)
      expect(await sent()).toBe(1)
    })

    test('pauses when its owner signs out, and goes back into the queue at the next sign-in', async () => {
      const id = await queue('signed-out')
      await deleteSession(scene.db(), scene.session().id)
      await round()
      expect(await job(id)).toMatchObject({ state: 'paused', sentAt: null })
      const { db, session } = scene
      const owner = session()
      await scene.signIn()
      expect(session().user.id).toBe(owner.user.id)
      await checkDueJobs(db(), 'me', Date.now)
      expect((await job(id)).state).toBe('waiting')
      await round()
      expect((await job(id)).state).toBe('queued')
    })

    test('a token that IMS no longer takes costs its place nothing', async () => {
      const id = await queue('old-token')
      await scene.fault({ ...IMPORT, status: 401 })
      await round()
      expect(await job(id)).toMatchObject({ state: 'waiting', sentAt: null })
      await round()
      expect((await job(id)).state).toBe('paused')
    })

    test('is taken out once, and not once it is on its way', async () => {
      const out = await queue('out')
      expect(await takeOut(scene.db(), scene.session(), out)).toBe(true)
      expect(await job(out)).toMatchObject({ state: 'rejected', failure: { kind: 'taken-out' } })
      expect(await takeOut(scene.db(), scene.session(), out)).toBe(false)
      const away = await queue('away')
      await round()
      expect(await takeOut(scene.db(), scene.session(), away)).toBe(false)
      expect(await sent()).toBe(1)
    })
  })

  test('two processes that send at the same time send each import once', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, index) => queue(`race-${index}`)))
    const begun = await Promise.all(
      ['a', 'b', 'c'].map((claimant) => sendWaiting(scene.db(), claimant, Date.now())),
    )
    await Promise.all(begun.flat())
    expect(await sent()).toBe(6)
    const states = await scene.db().selectFrom('job').select('state').execute()
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['queued']))
  })

  test('the form’s own imports count for the queue', async () => {
    await fill(IMPORTS_AT_ONCE - 1)
    await submitOnce(scene.db(), scene.session(), { submissionId: randomUUID(), request: request('form') })
    const id = await queue('waits')
    await round()
    expect((await job(id)).state).toBe('waiting')
  })
})
