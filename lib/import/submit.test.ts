import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../../simulator/start.ts'
import type { SystemDiskImport } from '../cloud/import-request.ts'
import { findJob } from '../jobs/rows.ts'
import { checkDueJobs, giveUpOrphans } from '../jobs/watcher.ts'
import { type ActiveSession, toActive } from '../session/current.ts'
import { deleteSession, findSession } from '../session/rows.ts'
import { signInWithPassword } from '../session/sign-in.ts'
import type { Store } from '../store/store.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { submitOnce } from './submit.ts'

const folder = mkdtempSync(join(tmpdir(), 'slipway-submit-'))
const post = { service: 'ims', method: 'POST', path: '/v2/cloudimages/action' }
const get = { service: 'ims', method: 'GET', path: '/v1/{project_id}/jobs/{job_id}' }
const DAY_MS = 24 * 3_600_000
let simulator: Simulator
let db: Store
let session: ActiveSession
/** How far the watcher's clock runs ahead of the machine's, milliseconds. */
let ahead = 0

const clock = () => Date.now() + ahead

async function control(method: string, path: string, json: object = {}): Promise<unknown> {
  const answer = await fetch(`${simulator.iamUrl}/_sim/${path}`, {
    method,
    ...(method === 'POST'
      ? { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }
      : {}),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.headers.get('content-type')?.includes('json') ? answer.json() : null
}

async function calls(operation: string): Promise<number> {
  return ((await control('GET', 'counters')) as Record<string, number>)[operation] ?? 0
}

async function signIn(): Promise<ActiveSession> {
  const outcome = await signInWithPassword(
    db,
    { domain: 'DEMO', userName: 'demo', password: 'demo-password', region: 'sim', project: 'eu-de_demo' },
    'here',
  )
  if (!outcome.ok) throw new Error(outcome.error.error.title)
  const kept = await findSession(db, outcome.value.sessionId, clock())
  const active = kept && toActive(kept)
  if (!active) throw new Error('the session cannot work')
  return active
}

beforeAll(async () => {
  simulator = await startSimulator({ iamPort: 0, imsPort: 0, obsPort: 0 })
  const clouds = join(folder, 'clouds.yaml')
  writeFileSync(clouds, `clouds: {sim: {auth: {auth_url: "${simulator.iamUrl}/v3"}, region_name: eu-de}}\n`)
  Object.assign(process.env, { CLOUDS_FILE: clouds, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' })
})

beforeEach(async () => {
  ahead = 0
  await control('POST', 'reset')
})

afterAll(async () => {
  await simulator.close()
  rmSync(folder, { recursive: true, force: true })
})

const request: SystemDiskImport = {
  kind: 'system',
  file: { bucket: 'ims-image', key: 'centos70.qcow2' },
  name: 'centos-7',
  minDiskGb: 40,
  description: '',
  tags: [],
  quickImport: false,
  enterpriseProjectId: null,
  kmsKeyId: null,
  madeFor: 'cloud-server',
  osVersion: 'CentOS 7.0 64bit',
  bootMode: 'bios',
  architecture: 'x86',
  automaticConfiguration: true,
  initialConfigurationDone: false,
  minRamMb: null,
  maxRamMb: null,
}

const submit = (id: string, change: Partial<SystemDiskImport> = {}) =>
  submitOnce(db, session, { submissionId: id, request: { ...request, ...change } })

async function job(id: string) {
  const found = await findJob(db, id)
  if (!found) throw new Error('no such job')
  return found
}

/** Lets the given seconds pass, at the cloud and for the watcher, and then one round of checks. */
async function pass(seconds: number) {
  await control('POST', 'clock', { advanceSeconds: seconds })
  ahead += seconds * 1000
  await checkDueJobs(db, 'me', clock)
}

onEachStore((emptyStore) => {
  beforeEach(async () => {
    db = await emptyStore()
    session = await signIn()
  })

  describe('submitting', () => {
    test('the same submission, twice at once and once more, makes one job at IMS', async () => {
      const id = crypto.randomUUID()
      const outcomes = await Promise.all([submit(id), submit(id)])
      outcomes.push(await submit(id))
      for (const outcome of outcomes) expect(outcome).toEqual({ outcome: 'kept', jobId: id })
      expect(await calls('POST /v2/cloudimages/action')).toBe(1)
      expect(await job(id)).toMatchObject({
        state: 'queued',
        imsJobId: expect.stringMatching(/^[0-9a-f]{32}$/),
        lastAnswer: { httpStatus: 200, body: { job_id: expect.any(String) } },
      })
    })

    test('the id of another project’s import opens nothing', async () => {
      const id = crypto.randomUUID()
      await submit(id)
      const other = { ...session, project: { id: 'f'.repeat(32), name: 'other' } }
      expect(await submitOnce(db, other, { submissionId: id, request })).toEqual({ outcome: 'id-taken' })
    })

    test('an id that was sent with other values sends nothing and says so', async () => {
      const id = crypto.randomUUID()
      await submit(id)
      expect(await submit(id, { name: 'another-name' })).toEqual({ outcome: 'id-taken' })
      expect(await calls('POST /v2/cloudimages/action')).toBe(1)
    })

    test('a token that IMS no longer takes leaves no failed import behind, and the same id can be sent again', async () => {
      await control('POST', 'clock', { advanceSeconds: (2 * DAY_MS) / 1000 })
      const id = crypto.randomUUID()
      expect(await submit(id)).toMatchObject({ outcome: 'refused', error: { status: 401 } })
      expect(await findJob(db, id)).toBeNull()
      session = await signIn()
      expect(await submit(id)).toEqual({ outcome: 'kept', jobId: id })
    })

    test('a refusal is kept as rejected, with IMS’s code', async () => {
      const id = crypto.randomUUID()
      expect(await submit(id, { file: { bucket: 'ims-image', key: 'no-such-file.qcow2' } })).toMatchObject({
        outcome: 'refused',
        error: { code: 'IMG.0121' },
      })
      expect(await job(id)).toMatchObject({ state: 'rejected', failure: { code: 'IMG.0121' } })
    })

    test.each([
      ['a connection cut before the call took effect', { drop: 'before' }],
      ['a connection cut after it', { drop: 'after' }],
      ['a 500 with HTML', { status: 500, body: '<html>core dumped</html>' }],
      ['a 502', { status: 502 }],
      ['an answer that is not JSON', { garble: true }],
      ['an empty 200', { status: 200, body: '' }],
    ])('%s leaves the outcome unconfirmed, and nothing is sent again', async (_, kind) => {
      await control('POST', 'faults', { ...post, ...kind })
      const id = crypto.randomUUID()
      expect(await submit(id)).toEqual({ outcome: 'kept', jobId: id })
      expect((await job(id)).state).toBe('unconfirmed')
      await pass(600)
      await submit(id)
      expect(await calls('POST /v2/cloudimages/action')).toBeLessThanOrEqual(1)
    })

    test('429 is a refusal: IMS took nothing', async () => {
      await control('POST', 'faults', { ...post, status: 429 })
      expect(await submit(crypto.randomUUID())).toMatchObject({ outcome: 'refused', error: { status: 429 } })
    })

    test('a call that a dead process left half-way becomes unconfirmed when its claim has run out', async () => {
      const id = crypto.randomUUID()
      await submit(id)
      await db
        .updateTable('job')
        .set({ state: 'submitting', claimed_until: Date.now() + 4_000 })
        .execute()
      await giveUpOrphans(db, Date.now())
      expect((await job(id)).state).toBe('submitting')
      await giveUpOrphans(db, Date.now() + 4_000)
      expect((await job(id)).state).toBe('unconfirmed')
    })
  })

  describe('watching', () => {
    test('queued, running and succeeded, with the image’s id from the job', async () => {
      const id = crypto.randomUUID()
      await submit(id)
      await pass(30)
      expect((await job(id)).state).toBe('running')
      await pass(3 * 3600)
      const done = await job(id)
      expect(done).toMatchObject({
        state: 'succeeded',
        imageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        nextCheckAt: null,
      })
      expect(done.lastAnswer?.body).toMatchObject({ status: 'SUCCESS' })
    })

    test('a failed job keeps IMS’s code and words', async () => {
      const id = crypto.randomUUID()
      await submit(id, { minDiskGb: 20 })
      await pass(3 * 3600)
      expect(await job(id)).toMatchObject({
        state: 'failed',
        failure: { kind: 'job-failed', code: expect.stringMatching(/^IMG\./) },
      })
    })

    test('one question an interval, whoever else is looking', async () => {
      const id = crypto.randomUUID()
      await submit(id)
      await checkDueJobs(db, 'me', clock)
      await checkDueJobs(db, 'me', clock)
      await checkDueJobs(db, 'me', clock)
      expect(await calls('GET /v1/{project_id}/jobs/{job_id}')).toBe(1)
      await pass(2)
      expect(await calls('GET /v1/{project_id}/jobs/{job_id}')).toBe(2)
    })

    test.each([
      ['HTML', { status: 500, body: '<html>' }],
      ['nothing', { status: 200, body: '' }],
      ['garbage', { garble: true }],
      ['that it does not know the job', { status: 400, body: '{"error":{"code":"IMG.0023","message":"?"}}' }],
    ])('an IMS that answers %s changes nothing but the note beside the state', async (_, kind) => {
      const id = crypto.randomUUID()
      await submit(id)
      await pass(30)
      await control('POST', 'faults', { ...get, ...kind, times: 9 })
      await pass(30)
      expect(await job(id)).toMatchObject({ state: 'running', checkError: { service: 'IMS' } })
      await control('DELETE', 'faults')
      await pass(30)
      expect(await job(id)).toMatchObject({ state: 'running', checkError: null })
    })

    test('an IMS that asks to be left alone is, for all jobs of the project', async () => {
      const [one, other] = [crypto.randomUUID(), crypto.randomUUID()]
      await submit(one)
      await submit(other, { name: 'another-name' })
      await pass(30)
      await control('POST', 'faults', { ...get, status: 429, headers: { 'retry-after': '300' }, times: 2 })
      await pass(30)
      const asked = await calls('GET /v1/{project_id}/jobs/{job_id}')
      await pass(120)
      await pass(120)
      expect(await calls('GET /v1/{project_id}/jobs/{job_id}')).toBe(asked)
      expect((await job(one)).state).toBe('running')
      await pass(120)
      expect(await calls('GET /v1/{project_id}/jobs/{job_id}')).toBe(asked + 2)
    })

    test('pauses when the owner signs out, goes on at the next sign-in, and learns the end', async () => {
      const id = crypto.randomUUID()
      await submit(id)
      await pass(30)
      await deleteSession(db, session.id)
      await pass(30)
      expect((await job(id)).state).toBe('paused')
      const before = await calls('GET /v1/{project_id}/jobs/{job_id}')
      await pass(3 * 3600)
      expect(await calls('GET /v1/{project_id}/jobs/{job_id}')).toBe(before)
      await signIn()
      await checkDueJobs(db, 'me', clock)
      expect((await job(id)).state).toBe('succeeded')
    })

    test('a token that IMS no longer takes ends the session and pauses its imports', async () => {
      const id = crypto.randomUUID()
      await submit(id)
      await control('POST', 'clock', { advanceSeconds: (2 * DAY_MS) / 1000 })
      await checkDueJobs(db, 'me', clock)
      await checkDueJobs(db, 'me', clock)
      expect((await job(id)).state).toBe('paused')
      expect((await findSession(db, session.id, Date.now()))?.token).toBeNull()
    })
  })
})
