import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readJobPreflight } from '../jobs/preflight.ts'
import { deleteJob } from '../jobs/rows.ts'
import { readPreflight } from '../preflight/read.ts'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { systemDraft } from './drafts.fixture.ts'
import { importRequest } from './schema.ts'
import { submitOnce } from './submit.ts'

// No test waits for time; this is for machines that build at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const SEND = 'POST /v2/cloudimages/action'
let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.stop())

const look = (key: string) => readPreflight(scene.db(), scene.session(), { bucket: 'ims-image', key })

function submit(
  key: string,
  { id = crypto.randomUUID(), minDiskGb = '40', sendAnyway = [] as string[] } = {},
) {
  const request = importRequest.parse(systemDraft({ imageFile: `ims-image:${key}`, minDiskGb }))
  return submitOnce(scene.db(), scene.session(), { submissionId: id, request, sendAnyway })
}

const preflight = (id: string) => readJobPreflight(scene.db(), scene.session(), id)

onEachStore((emptyStore) => {
  beforeEach(() => scene.reset(emptyStore))

  describe('a file that was looked at', () => {
    test('and blocks is not sent, and leaves no job behind', async () => {
      await look('faulty/encrypted.qcow2')
      expect(await submit('faulty/encrypted.qcow2')).toMatchObject({
        outcome: 'blocked',
        findings: [{ id: 'encrypted', severity: 'blocks' }],
      })
      expect(await scene.calls(SEND)).toBe(0)
      expect(await scene.db().selectFrom('job').select('id').execute()).toEqual([])
    })

    test('is sent with what the person chose to override, and that stands with the job', async () => {
      await look('faulty/encrypted.qcow2')
      const id = crypto.randomUUID()
      const outcome = await submit('faulty/encrypted.qcow2', { id, sendAnyway: ['encrypted'] })
      expect(outcome).toEqual({ outcome: 'kept', jobId: id })
      expect(await preflight(id)).toMatchObject({
        view: { file: { key: 'faulty/encrypted.qcow2' }, inspection: { format: 'qcow2' } },
        sentAnyway: ['encrypted'],
        findings: expect.arrayContaining([expect.objectContaining({ id: 'encrypted', severity: 'blocks' })]),
      })
    })

    test('is not sent where size is wrong, whatever is chosen', async () => {
      await look('centos70.qcow2')
      expect(
        await submit('centos70.qcow2', { minDiskGb: '20', sendAnyway: ['min-disk-too-small'] }),
      ).toMatchObject({
        outcome: 'blocked',
        findings: [{ check: 'min-disk', overridable: false, field: 'minDiskGb' }],
      })
    })

    test('and is not in the bucket is not sent', async () => {
      await look('nothing.qcow2')
      expect(await submit('nothing.qcow2')).toMatchObject({
        outcome: 'blocked',
        findings: [{ id: 'no-file' }],
      })
    })

    test('but could not be read is sent', async () => {
      await scene.fault({ method: 'GET', path: '/{bucket}/{key}', status: 500, times: 9 })
      await look('centos70.qcow2')
      const id = crypto.randomUUID()
      expect(await submit('centos70.qcow2', { id })).toMatchObject({ outcome: 'kept' })
      expect(await preflight(id)).toMatchObject({ view: { inspection: null }, sentAnyway: [] })
    })

    test('is sent, and its facts stand with the job as long as the job does', async () => {
      await look('centos70.qcow2')
      const id = crypto.randomUUID()
      expect(await submit('centos70.qcow2', { id })).toEqual({ outcome: 'kept', jobId: id })
      expect((await preflight(id))?.view.inspection?.minDiskGb).toBe(40)
      const elsewhere = { project: { id: 'f'.repeat(32), name: 'other' } }
      expect(await readJobPreflight(scene.db(), elsewhere, id)).toBeNull()
      await deleteJob(scene.db(), id)
      expect(await scene.db().selectFrom('job_preflight').select('job_id').execute()).toEqual([])
    })
  })

  test('judging reads nothing of OBS', async () => {
    await look('centos70.qcow2')
    const before = await scene.calls('HEAD /{bucket}/{key}')
    await submit('centos70.qcow2')
    expect(await scene.calls('HEAD /{bucket}/{key}')).toBe(before)
  })

  test('what was sent once is that import, though its file is known to block since', async () => {
    const id = crypto.randomUUID()
    await submit('faulty/encrypted.qcow2', { id })
    await look('faulty/encrypted.qcow2')
    expect(await submit('faulty/encrypted.qcow2', { id })).toEqual({ outcome: 'kept', jobId: id })
    expect(await scene.calls(SEND)).toBe(1)
  })

  test.each([
    ['nothing', async () => {}],
    [
      'facts of yesterday',
      async () => {
        await look('faulty/encrypted.qcow2')
        await scene
          .db()
          .updateTable('inspection')
          .set({ checked_at: Date.now() - 2 * 3_600_000 })
          .execute()
      },
    ],
    [
      'what another person saw',
      async () => {
        await look('faulty/encrypted.qcow2')
        await scene.db().updateTable('inspection').set({ user_id: 'someone' }).execute()
      },
    ],
  ])('%s judges nothing', async (_, prepare) => {
    await prepare()
    const id = crypto.randomUUID()
    expect(await submit('faulty/encrypted.qcow2', { id })).toMatchObject({ outcome: 'kept' })
    expect(await preflight(id)).toBeNull()
  })
})
