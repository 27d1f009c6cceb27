import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type DerivationRequest, fileOf } from '../cloud/job-request.ts'
import { findJob, type Job } from '../jobs/rows.ts'
import { isTerminal } from '../jobs/states.ts'
import { checkDueJobs } from '../jobs/watcher.ts'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { derive, submitDerivation } from './derive.ts'
import { readImage } from './read.ts'

// No test waits for time; this is for machines that build at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.stop())

const EXPORT = 'POST /v1/cloudimages/{image_id}/file'
const exportCall = { service: 'ims', method: 'POST', path: '/v1/cloudimages/{image_id}/file' }

/** A file of its own for each: the simulator's buckets outlive its reset. */
const exportOf = (imageId: string, key = `out/${randomUUID()}.qcow2`): DerivationRequest => ({
  kind: 'export',
  imageId,
  imageName: 'web',
  file: { bucket: 'ims-image', key },
  format: 'qcow2',
  onward: null,
})
const copyOf = (imageId: string, more: object = {}): DerivationRequest => ({
  kind: 'copy',
  imageId,
  imageName: 'web',
  name: 'web-copy',
  description: '',
  kmsKeyId: null,
  enterpriseProjectId: null,
  ...more,
})

onEachStore((emptyStore) => {
  beforeEach(() => scene.reset(emptyStore))

  const submit = (request: DerivationRequest, submissionId: string = randomUUID()) =>
    submitDerivation(scene.db(), scene.session(), { submissionId, request })

  const submitted = async (request: DerivationRequest): Promise<string> => {
    const sent = await submit(request)
    if (sent.outcome !== 'kept') throw new Error(sent.outcome)
    return sent.jobId
  }

  /** Watches by a clock that runs ahead, so that nothing has to be waited for. */
  async function ended(jobId: string): Promise<Job> {
    await scene.setSpeed(1_000_000)
    for (let ahead = 0; ; ahead += 60_000) {
      await checkDueJobs(scene.db(), 'test', () => Date.now() + ahead)
      const job = await findJob(scene.db(), jobId)
      if (job && isTerminal(job.state)) return job
    }
  }

  const look = async (imageId: string) => {
    const image = await readImage(scene.db(), scene.session(), imageId)
    if (!image.ok) throw new Error(image.error.error.title)
    return image.value
  }

  describe('an export', () => {
    test('is watched to its end, writes a file and makes no image', async () => {
      const image = await scene.putImage({ name: 'web' })
      const request = exportOf(image)
      const job = await ended(await submitted(request))
      const file = fileOf(request)
      expect(job).toMatchObject({
        state: 'succeeded',
        kind: 'export',
        imageName: 'web',
        file,
        imageId: null,
      })
      expect(await look(image)).toMatchObject({
        job: null,
        madeOfIt: [{ jobId: job.id, kind: 'export', state: 'succeeded', file }],
      })
    })

    test('sent twice under one id is one', async () => {
      const image = await scene.putImage({ name: 'web' })
      const id = randomUUID()
      const request = exportOf(image)
      const both = await Promise.all([submit(request, id), submit(request, id)])
      expect(both).toEqual([
        { outcome: 'kept', jobId: id },
        { outcome: 'kept', jobId: id },
      ])
      expect(await submit(exportOf(image, 'elsewhere.qcow2'), id)).toEqual({ outcome: 'id-taken' })
      expect(await scene.calls(EXPORT)).toBe(1)
    })

    test('that gets no answer is in doubt, and is not sent again', async () => {
      const image = await scene.putImage({ name: 'web' })
      await scene.fault({ ...exportCall, drop: 'after' })
      const id = await submitted(exportOf(image))
      expect(await findJob(scene.db(), id)).toMatchObject({ state: 'unconfirmed' })
      expect(await scene.calls(EXPORT)).toBe(1)
    })

    test('that ends in a failure keeps the code', async () => {
      const image = await scene.putImage({ name: 'web' })
      await scene.fault({ job: 'imsNativeExportImageJob', code: 'IMG.0071', reason: 'no', times: 1 })
      expect(await ended(await submitted(exportOf(image)))).toMatchObject({
        state: 'failed',
        failure: { code: 'IMG.0071' },
      })
    })

    test('to a file that is there is refused at the field, and kept as refused', async () => {
      const image = await scene.putImage({ name: 'web' })
      const submissionId = randomUUID()
      const acted = await derive(scene.db(), scene.session(), {
        submissionId,
        request: exportOf(image, 'centos70.qcow2'),
      })
      expect(acted).toMatchObject({
        ok: false,
        error: { reason: 'fields', fields: { target: expect.stringContaining('IMG.0070') } },
      })
      expect(await findJob(scene.db(), submissionId)).toMatchObject({ state: 'rejected' })
    })
  })

  test('a service that has neither export nor copy is sent nothing', async () => {
    const image = await scene.putImage({ name: 'web' })
    const session = scene.session()
    const glance = { ...session, ims: { ...session.ims, imageApi: 'glance' as const } }
    for (const request of [exportOf(image), copyOf(image)]) {
      const submissionId = randomUUID()
      expect(await derive(scene.db(), glance, { submissionId, request })).toMatchObject({
        ok: false,
        error: { reason: 'not-done', error: { title: `Glance cannot ${request.kind} an image` } },
      })
      expect(await findJob(scene.db(), submissionId)).toBeNull()
    }
    expect(await scene.calls(EXPORT)).toBe(0)
  })

  describe('a copy', () => {
    test('makes an image of its own, which knows its job', async () => {
      const image = await scene.putImage({ name: 'web' })
      const job = await ended(await submitted(copyOf(image)))
      expect(job).toMatchObject({ state: 'succeeded', kind: 'copy', imageName: 'web-copy', file: null })
      expect(job.imageId).not.toBe(image)
      expect(await look(job.imageId ?? '')).toMatchObject({ name: 'web-copy', job: { id: job.id } })
      expect((await look(image)).madeOfIt).toMatchObject([{ kind: 'copy', imageId: job.imageId }])
    })

    test('with a key that does not exist is refused at the key', async () => {
      const image = await scene.putImage({ name: 'web' })
      const acted = await derive(scene.db(), scene.session(), {
        submissionId: randomUUID(),
        request: copyOf(image, { kmsKeyId: '00000000-0000-4000-8000-00000000dead' }),
      })
      expect(acted).toMatchObject({
        ok: false,
        error: { reason: 'fields', fields: { kmsKeyId: expect.any(String) } },
      })
    })

    test('of an image that is gone is refused as that', async () => {
      const acted = await derive(scene.db(), scene.session(), {
        submissionId: randomUUID(),
        request: copyOf('00000000-0000-4000-8000-000000000000'),
      })
      expect(acted).toMatchObject({ ok: false, error: { reason: 'gone' } })
    })

    test('with a token that is refused is forgotten, for nobody failed', async () => {
      const image = await scene.putImage({ name: 'web' })
      await scene.fault({
        service: 'ims',
        method: 'POST',
        path: '/v1/cloudimages/{image_id}/copy',
        status: 401,
      })
      const submissionId = randomUUID()
      const request = copyOf(image)
      expect(await derive(scene.db(), scene.session(), { submissionId, request })).toEqual({
        ok: false,
        error: { reason: 'session-ended' },
      })
      expect(await findJob(scene.db(), submissionId)).toBeNull()
    })
  })
})
