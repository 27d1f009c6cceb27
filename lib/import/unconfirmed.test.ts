import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { findJobOfProject, type Job } from '../jobs/rows.ts'
import { checkDueJobs } from '../jobs/watcher.ts'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { systemDraft } from './drafts.fixture.ts'
import { importRequest } from './schema.ts'
import { submitOnce } from './submit.ts'
import { findLikelyImages, sendAgain, takeImage } from './unconfirmed.ts'

// No test waits for time; this is for machines that build at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.stop())

const IMPORT = { service: 'ims', method: 'POST', path: '/v2/cloudimages/action' }
const request = importRequest.parse(
  systemDraft({ imageFile: 'ims-image:centos70.qcow2', imageName: 'lost', minDiskGb: '40' }),
)

/** `taken`: IMS made the job, and its answer was lost. */
async function lostRequest(taken: boolean): Promise<string> {
  const id = randomUUID()
  await scene.fault(taken ? { ...IMPORT, drop: 'after' } : { ...IMPORT, status: 500, body: '<html>' })
  await submitOnce(scene.db(), scene.session(), { submissionId: id, request })
  expect((await job(id)).state).toBe('unconfirmed')
  return id
}

async function job(id: string): Promise<Job> {
  const found = await findJobOfProject(scene.db(), scene.session().project.id, id)
  if (!found) throw new Error('the job is gone')
  return found
}

async function likely(id: string) {
  const found = await findLikelyImages(scene.db(), scene.session(), id)
  if (!found?.ok) throw new Error('not listed')
  return found.value.images
}

/** Asks IMS until nothing more will change; the simulated job ends by its own clock. */
async function watched(id: string): Promise<Job> {
  let aheadMs = 0
  await vi.waitUntil(
    async () => {
      aheadMs += 60_000
      await checkDueJobs(scene.db(), 'me', () => Date.now() + aheadMs)
      return (await job(id)).endedAt !== null
    },
    { timeout: 50_000, interval: 50 },
  )
  return job(id)
}

onEachStore((emptyStore) => {
  beforeEach(() => scene.reset(emptyStore))

  describe('an image that the lost request made', () => {
    test('is found by its name, taken at the person’s word, and watched to its end', async () => {
      const id = await lostRequest(true)
      await vi.waitUntil(async () => (await likely(id)).length > 0, { timeout: 50_000, interval: 50 })
      const [image] = await likely(id)
      if (!image) throw new Error('no image')
      await scene.setSpeed(100_000)
      expect(await takeImage(scene.db(), scene.session(), id, image.id)).toEqual({ ok: true, value: 'done' })
      expect(await job(id)).toMatchObject({ state: 'running', imageId: image.id, imsJobId: null })
      expect(await watched(id)).toMatchObject({ state: 'succeeded', imageId: image.id })
      expect(await findLikelyImages(scene.db(), scene.session(), id)).toBeNull()
    })

    test('is not offered to another request of the same name once it is taken', async () => {
      const one = await lostRequest(true)
      const other = await lostRequest(false)
      await vi.waitUntil(async () => (await likely(one)).length > 0, { timeout: 50_000, interval: 50 })
      const [image] = await likely(other)
      if (!image) throw new Error('no image')
      await takeImage(scene.db(), scene.session(), one, image.id)
      expect(await likely(other)).toEqual([])
      expect(await takeImage(scene.db(), scene.session(), other, image.id)).toEqual({
        ok: true,
        value: 'changed',
      })
    })

    test('is none of another name, and none that was made before', async () => {
      const id = await lostRequest(false)
      expect(await likely(id)).toEqual([])
    })
  })

  describe('sending again', () => {
    test('closes the import in doubt and makes another, once however often it is asked for', async () => {
      const id = await lostRequest(false)
      const again = randomUUID()
      expect(await sendAgain(scene.db(), scene.session(), id, again)).toEqual({
        outcome: 'kept',
        jobId: again,
      })
      expect(await job(id)).toMatchObject({ state: 'rejected', endedAt: expect.any(Number) })
      expect((await job(again)).state).toBe('queued')
      expect(await sendAgain(scene.db(), scene.session(), id, randomUUID())).toEqual({ outcome: 'changed' })
      expect(await scene.calls('POST /v2/cloudimages/action')).toBe(2)
    })

    test('is for imports in doubt alone, and for those of this project', async () => {
      const id = await lostRequest(false)
      const elsewhere = { ...scene.session(), project: { id: 'f'.repeat(32), name: 'other' } }
      expect(await sendAgain(scene.db(), elsewhere, id, randomUUID())).toEqual({ outcome: 'changed' })
      expect(await findLikelyImages(scene.db(), elsewhere, id)).toBeNull()
      expect(await takeImage(scene.db(), elsewhere, id, randomUUID())).toEqual({ ok: true, value: 'changed' })
      expect((await job(id)).state).toBe('unconfirmed')
    })
  })

  test('an image that is gone ends the import that was said to have made it', async () => {
    const id = await lostRequest(true)
    await vi.waitUntil(async () => (await likely(id)).length > 0, { timeout: 50_000, interval: 50 })
    const [image] = await likely(id)
    await takeImage(scene.db(), scene.session(), id, image?.id ?? '')
    const isGone = { status: 404, body: '<itemNotFound code="404" />' }
    await scene.fault({ service: 'ims', method: 'GET', path: '/v2/images/{image_id}', ...isGone })
    await checkDueJobs(scene.db(), 'me', () => Date.now() + 3_600_000)
    expect(await job(id)).toMatchObject({ state: 'failed', failure: { cloudMessage: 'The image is gone.' } })
  })
})
