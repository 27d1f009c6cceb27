import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type HowEnded, insertEnded } from '../jobs/ended-import.fixture.ts'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { ATTEMPTS_MAX } from './back-off.ts'
import { callWebhook } from './call.ts'
import { makeNewSecret, readWebhook, sendDeliveryAgain, sendTest } from './change.ts'
import { type Delivering, deliverDue } from './deliver.ts'
import { dropOldDeliveries } from './deliveries.ts'
import { type Receiver, startReceiver } from './receiver.fixture.ts'
import { findWebhookOfProject, insertWebhook } from './rows.ts'
import { makeSecret, sign } from './signature.ts'
import { sweepEnds } from './sweep.ts'

const SET_AT = Date.parse('2026-11-25T13:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let scene: Scene
let receiver: Receiver
let secret: string
let now: number

beforeAll(async () => {
  scene = await setScene()
  process.env.WEBHOOK_ALLOW_PRIVATE = '1'
})
afterAll(() => scene.stop())
const options = (more: Partial<Delivering> = {}): Delivering => ({
  clock: () => now,
  allowPrivate: true,
  publicUrl: new URL('https://slipway.example.com'),
  random: () => 0.5,
  ...more,
})

/** An import of the session's project that ends after so many milliseconds of the webhook's life. */
function end(afterMs: number, how: HowEnded = 'succeeded'): Promise<string> {
  const { project, regionId, user } = scene.session()
  return insertEnded(scene.db(), { projectId: project.id, regionId, user }, SET_AT + afterMs, how)
}

const log = async () => (await readWebhook(scene.db(), scene.session())).deliveries
const tell = async (more: Partial<Delivering> = {}) => {
  await sweepEnds(scene.db(), now)
  return deliverDue(scene.db(), options(more))
}

/** The receiver's side as docs/webhooks.md has it. */
async function documentedReader(): Promise<(...input: unknown[]) => unknown> {
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync('docs/webhooks.md', 'utf8')) ?? []
  const folder = mkdtempSync(join(tmpdir(), 'slipway-docs-'))
  const file = join(folder, 'read-call.mjs')
  writeFileSync(file, code)
  const { readCall } = await import(/* @vite-ignore */ pathToFileURL(file).href)
  rmSync(folder, { recursive: true })
  return readCall
}

onEachStore((emptyStore) => {
  beforeEach(async () => {
    await scene.reset(emptyStore)
    receiver = await startReceiver()
    secret = makeSecret()
    now = SET_AT
    await insertWebhook(scene.db(), scene.session(), { address: receiver.address, secret, now })
  })
  afterEach(() => receiver.stop())

  describe('an import that ends', () => {
    test('is told once, in the documented words, to whoever can check the documented signature', async () => {
      const jobId = await end(MINUTE, 'failed')
      now = SET_AT + 2 * MINUTE
      expect(await tell()).toBe(1)
      expect(await tell()).toBe(0)
      const [call, ...others] = receiver.received
      if (!call) throw new Error('nothing came')
      expect(others).toEqual([])
      expect(call.path).toBe('/hook')
      expect(call.headers).toMatchObject({
        'slipway-event': 'import.failed',
        'content-type': 'application/json',
      })

      const readCall = await documentedReader()
      expect(readCall(secret, call.headers, call.body, now / 1000)).toEqual({
        event: 'import.failed',
        delivery: call.headers['slipway-delivery'],
        project: scene.session().project,
        region: 'eu-de',
        job: {
          id: jobId,
          imsJobId: 'f'.repeat(32),
          startedBy: 'demo',
          submittedAt: '2026-11-25T12:51:00.000Z',
          endedAt: '2026-11-25T13:01:00.000Z',
          link: `https://slipway.example.com/jobs/${jobId}`,
        },
        image: { id: null, name: 'a' },
        file: 'ims-image:a.qcow2',
        error: { code: 'IMG.1075', title: expect.any(String) },
      })
      expect(readCall('another secret', call.headers, call.body, now / 1000)).toBeNull()
      expect(readCall(secret, call.headers, `${call.body} `, now / 1000)).toBeNull()
      expect(readCall(secret, call.headers, call.body, now / 1000 + 301)).toBeNull()
      expect(await log()).toMatchObject([
        { state: 'delivered', attempts: 1, jobId, imageName: 'a', lastAnswer: { status: 200 } },
      ])
    })

    test('before the webhook was set, or with its call switched off, is not told', async () => {
      await end(-MINUTE)
      await end(MINUTE, 'refused')
      await end(MINUTE, 'taken-out')
      const silent = await end(MINUTE)
      await scene.db().insertInto('webhook_silence').values({ job_id: silent }).execute()
      now = SET_AT + 2 * MINUTE
      expect(await tell()).toBe(0)
    })

    test('is still told when the process dies between the end and the call', async () => {
      await end(MINUTE)
      now = SET_AT + 3 * DAY
      expect(await tell()).toBe(1)
      expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({
        event: 'import.succeeded',
        error: null,
      })
    })

    test('is not told again when its delivery has been dropped', async () => {
      await end(MINUTE)
      now = SET_AT + 2 * MINUTE
      await tell()
      now = SET_AT + 31 * DAY
      await dropOldDeliveries(scene.db(), now - 30 * DAY)
      expect(await log()).toEqual([])
      expect(await tell()).toBe(0)
    })
  })

  describe('a delivery that is not taken', () => {
    beforeEach(async () => {
      await end(MINUTE)
      now = SET_AT + MINUTE
    })

    test('is made again later under the same id, and signed anew', async () => {
      receiver.answerNext({ status: 500 })
      await tell()
      expect(await log()).toMatchObject([
        { state: 'waiting', attempts: 1, nextAttemptAt: now + 10_000, lastAnswer: { status: 500 } },
      ])
      now += 9_999
      expect(await tell()).toBe(0)
      now += 1
      expect(await tell()).toBe(1)
      const [first, second] = receiver.received
      expect(second?.headers['slipway-delivery']).toBe(first?.headers['slipway-delivery'])
      expect(second?.body).toBe(first?.body)
      expect(second?.headers['slipway-signature']).toBe(sign(secret, second?.body ?? '', now / 1000))
      expect(await log()).toMatchObject([{ state: 'delivered', attempts: 2, nextAttemptAt: null }])
    })

    test('is given up after seven attempts, and made again when a person says so', async () => {
      const waits: number[] = []
      for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
        receiver.answerNext({ status: 503 })
        expect(await tell()).toBe(1)
        const [delivery] = await log()
        waits.push((delivery?.nextAttemptAt ?? now) - now)
        now = delivery?.nextAttemptAt ?? now
      }
      expect(waits).toEqual([10_000, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 0])
      const [delivery] = await log()
      expect(delivery).toMatchObject({ state: 'given-up', attempts: 7 })
      now += DAY
      expect(await tell()).toBe(0)
      const id = delivery?.id ?? ''
      expect(await sendDeliveryAgain(scene.db(), scene.session(), id)).toBe(true)
      expect(await sendDeliveryAgain(scene.db(), scene.session(), id)).toBe(false)
      now = Date.now()
      expect(await tell()).toBe(1)
      expect(await log()).toMatchObject([{ state: 'delivered', attempts: 1 }])
    })

    test('is given up at once where the receiver says that it is gone', async () => {
      receiver.answerNext({ status: 410 })
      await tell()
      expect(await log()).toMatchObject([{ state: 'given-up', attempts: 1 }])
    })

    test('waits as long as the receiver asks', async () => {
      receiver.answerNext({ status: 429, headers: { 'retry-after': '3600' } })
      await tell()
      expect((await log())[0]?.nextAttemptAt).toBe(now + HOUR)
    })

    test('follows no redirect', async () => {
      receiver.answerNext({ status: 302, headers: { location: '/elsewhere' } })
      await tell()
      expect(receiver.received.map(({ path }) => path)).toEqual(['/hook'])
      expect(await log()).toMatchObject([{ state: 'waiting', lastAnswer: { status: 302 } }])
    })

    test('does not wait for an answer for ever', async () => {
      receiver.answerNext('never')
      await tell({ timeoutMs: 50 })
      expect(await log()).toMatchObject([
        { state: 'waiting', lastAnswer: { status: null, problem: 'timeout' } },
      ])
    })

    test('says that nobody is there', async () => {
      await receiver.stop()
      await tell()
      expect(await log()).toMatchObject([{ lastAnswer: { problem: 'unreachable' } }])
      receiver = await startReceiver()
    })

    test('sends nothing without a secret that opens', async () => {
      await scene.db().updateTable('webhook').set({ secret_sealed: 'damaged' }).execute()
      await tell()
      expect(receiver.received).toEqual([])
      expect(await log()).toMatchObject([{ state: 'given-up', lastAnswer: { problem: 'no-secret' } }])
      const fresh = await makeNewSecret(scene.db(), scene.session())
      expect((await findWebhookOfProject(scene.db(), scene.session()))?.secret).toBe(fresh)
    })

    test('sends nothing to where it may not lead, however the name got there', async () => {
      const { port } = new URL(receiver.address)
      for (const address of [receiver.address, `http://localhost:${port}/hook`])
        expect(await callWebhook(address, {}, '{}', { allowPrivate: false })).toMatchObject({
          problem: 'inside',
        })
      await tell({ allowPrivate: false })
      expect(receiver.received).toEqual([])
      expect(await log()).toMatchObject([{ state: 'waiting', lastAnswer: { problem: 'inside' } }])
    })
  })

  describe('several processes over one store', () => {
    test('make each call once', async () => {
      for (let index = 0; index < 20; index += 1) await end(MINUTE + index)
      now = SET_AT + HOUR
      const work = async () => {
        for (let round = 0; round < 6; round += 1) {
          await sweepEnds(scene.db(), now)
          await deliverDue(scene.db(), options())
        }
      }
      await Promise.all([work(), work(), work(), work()])
      const ids = receiver.received.map(({ headers }) => headers['slipway-delivery'])
      expect(ids).toHaveLength(20)
      expect(new Set(ids).size).toBe(20)
    })

    test('one takes over what another was doing when it died', async () => {
      await end(MINUTE)
      now = SET_AT + MINUTE
      await sweepEnds(scene.db(), now)
      await scene
        .db()
        .updateTable('webhook_delivery')
        .set({ claimed_by: 'the dead', claimed_until: now + 30_000 })
        .execute()
      expect(await tell()).toBe(0)
      now += 30_001
      expect(await tell()).toBe(1)
    })
  })

  test('a test is made once, at once, and stands in the log', async () => {
    receiver.answerNext({ status: 500 })
    expect(await sendTest(scene.db(), scene.session())).toMatchObject({ status: 500, problem: null })
    expect(await sendTest(scene.db(), scene.session())).toMatchObject({ status: 200 })
    const [call] = receiver.received
    expect(Object.keys(JSON.parse(call?.body ?? ''))).toEqual(['event', 'delivery', 'project', 'region'])
    expect((await log()).map(({ event, state }) => `${event} ${state}`).sort()).toEqual([
      'test delivered',
      'test given-up',
    ])
    expect(await tell()).toBe(0)
  })

  test('any body is verified by its signature, and no other body, time or secret is', async () => {
    const readCall = await documentedReader()
    fc.assert(
      fc.property(fc.json(), fc.json(), fc.nat(4_000_000_000), (body, other, t) => {
        const headers = { 'slipway-signature': sign(secret, body, t) }
        expect(readCall(secret, headers, body, t)).toEqual(JSON.parse(body))
        expect(readCall(makeSecret(), headers, body, t)).toBeNull()
        if (other !== body) expect(readCall(secret, headers, other, t)).toBeNull()
        const moved = headers['slipway-signature'].replace(`t=${t}`, `t=${t + 1}`)
        expect(readCall(secret, { 'slipway-signature': moved }, body, t)).toBeNull()
      }),
    )
  })
})
