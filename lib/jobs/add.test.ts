import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readImsJob, startJob } from '../cloud/ims.ts'
import { systemDraft } from '../import/drafts.fixture.ts'
import { importRequest } from '../import/schema.ts'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { addJob } from './add.ts'
import { NO_FILTERS } from './filters.ts'
import { readJobList } from './list.ts'
import { readJob } from './read.ts'
import { findJob, type Job } from './rows.ts'
import { toJobView } from './to-view.ts'
import { checkDueJobs } from './watcher.ts'

// No test waits for time; this is for machines that build at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const PATIENCE = { timeout: 50_000, interval: 20 }
const AT_ONCE = 1_000_000
const JOB = { service: 'ims', method: 'GET', path: '/v1/{project_id}/jobs/{job_id}' }

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
beforeEach(() => scene.reset())
afterAll(() => scene.stop())

/** An import that another tool has started. */
async function startedElsewhere(): Promise<string> {
  const request = importRequest.parse(
    systemDraft({ imageFile: 'ims-image:centos70.qcow2', imageName: 'from-terraform', minDiskGb: '40' }),
  )
  return (await startJob(scene.session().ims, request)).imsJobId
}

async function kept(id: string): Promise<Job> {
  const job = await findJob(scene.db(), id)
  if (!job) throw new Error('the job is gone')
  return job
}

const add = (imsJobId: string) => addJob(scene.db(), scene.session(), imsJobId)

describe('a job that was started elsewhere', () => {
  test('is added as it stands, and watched to its end', async () => {
    await scene.setSpeed(1)
    const imsJobId = await startedElsewhere()
    const { outcome, jobId } = await add(imsJobId)
    expect(outcome).toBe('added')
    const running = await kept(jobId)
    expect(['queued', 'running']).toContain(running.state)
    expect(running).toMatchObject({
      request: null,
      kind: null,
      file: null,
      imageName: 'from-terraform',
      imsJobId,
      user: { name: 'demo' },
      endedAt: null,
    })
    await scene.setSpeed(AT_ONCE)
    await vi.waitUntil(async () => {
      await checkDueJobs(scene.db(), 'me', () => Date.now() + 3_600_000)
      return (await kept(jobId)).endedAt !== null
    }, PATIENCE)
    const ended = await kept(jobId)
    expect(ended).toMatchObject({ state: 'succeeded', nextCheckAt: null })
    expect(ended.imageId).not.toBeNull()
    expect(toJobView(ended)).toMatchObject({
      request: null,
      jobType: 'imsImportImageJob',
      startedBy: null,
      addedBy: 'demo',
    })
  })

  test('is added as ended when it has ended, and found by its name', async () => {
    await scene.setSpeed(AT_ONCE)
    const imsJobId = await startedElsewhere()
    await vi.waitUntil(
      async () => (await readImsJob(scene.session().ims, imsJobId)).value.status === 'SUCCESS',
      PATIENCE,
    )
    const { jobId } = await add(imsJobId)
    const job = await readJob(scene.db(), scene.session(), jobId)
    expect(job).toMatchObject({ state: 'succeeded', imageName: 'from-terraform' })
    expect(job?.endedAt).toBeGreaterThanOrEqual(job?.submittedAt ?? Number.NaN)
    const found = await readJobList(scene.db(), scene.session(), { ...NO_FILTERS, text: 'terraform' })
    expect(found.view().jobs.map(({ id }) => id)).toEqual([jobId])
  })

  test('is in the list once, however often and by whomever it is added', async () => {
    const imsJobId = await startedElsewhere()
    const both = await Promise.all([add(imsJobId), add(imsJobId)])
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['added', 'known'])
    const again = await add(imsJobId)
    expect([...both, again].map(({ jobId }) => jobId)).toEqual(Array(3).fill(again.jobId))
  })

  test('is not added when IMS does not know it, or gives no answer', async () => {
    await expect(add('0'.repeat(32))).rejects.toMatchObject({ code: 'IMG.0023' })
    const imsJobId = await startedElsewhere()
    await scene.fault({ ...JOB, status: 503, times: 10 })
    await expect(add(imsJobId)).rejects.toMatchObject({ status: 503 })
    expect((await readJobList(scene.db(), scene.session(), NO_FILTERS)).view().jobs).toEqual([])
  })
})
