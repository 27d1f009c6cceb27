/** "Watch a job by id", called as Next calls it. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { watchJob } from '@/app/(console)/jobs/actions'
import { startJob } from '@/lib/cloud/ims'
import { systemDraft } from '@/lib/import/drafts.fixture'
import { importRequest } from '@/lib/import/schema'
import { findJob } from '@/lib/jobs/rows'
import { writeSessionCookie } from '@/lib/session/cookie'
import { type Scene, setScene } from '@/lib/session/scene.fixture'
import { signInWithPassword } from '@/lib/session/sign-in'
import { migrate } from '@/lib/store/migrate'
import { store } from '@/lib/store/store'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}))

const NO_JOB = '0123456789abcdef0123456789abcdef'

let scene: Scene
let projectId: string
beforeAll(async () => {
  scene = await setScene()
  await migrate(store())
})
beforeEach(async () => {
  await scene.reset()
  const account = { domain: 'DEMO', userName: 'demo', password: 'demo-password', region: 'sim' }
  const signedIn = await signInWithPassword(store(), { ...account, project: 'eu-de_demo' }, 'here')
  if (!signedIn.ok) throw new Error(signedIn.error.error.title)
  await writeSessionCookie(signedIn.value.sessionId)
  projectId = scene.session().project.id
})
afterAll(() => scene.stop())

const refusal = async (input: unknown) => {
  const result = await watchJob(input)
  if (result.ok) throw new Error('it was added')
  return result.error
}

test('a job of IMS is added, and the second time its page is named', async () => {
  const request = importRequest.parse(
    systemDraft({ imageFile: 'ims-image:centos70.qcow2', imageName: 'elsewhere', minDiskGb: '40' }),
  )
  const { imsJobId } = await startJob(scene.session().ims, request)
  const added = await watchJob({ projectId, imsJobId: ` ${imsJobId.toUpperCase()}` })
  if (!added.ok) throw new Error('it was not added')
  expect(await findJob(store(), added.value.jobId)).toMatchObject({ imsJobId, request: null, projectId })
  expect(await refusal({ projectId, imsJobId })).toMatchObject({ reason: 'field', jobId: added.value.jobId })
})

test.each([
  ['', 'Enter the job id.'],
  ['xyz', 'Enter the 32 letters and digits'],
  [NO_JOB, 'IMS knows no job with this id in eu-de_demo.'],
])('the id "%s" is answered at its field', async (imsJobId, message) => {
  expect(await refusal({ projectId, imsJobId })).toMatchObject({
    reason: 'field',
    message: expect.stringContaining(message),
    jobId: null,
  })
})

test('nothing is added to a project that the page does not show', async () => {
  expect(await refusal({ projectId: 'other', imsJobId: NO_JOB })).toMatchObject({
    reason: 'field',
    message: expect.stringContaining('Nothing was added.'),
  })
  expect(await scene.calls('GET /v1/{project_id}/jobs/{job_id}')).toBe(0)
})

test('what is no call of ours, and an IMS that does not answer, are told as they are', async () => {
  expect(await refusal('anything')).toMatchObject({ reason: 'not-added' })
  await scene.fault({
    service: 'ims',
    method: 'GET',
    path: '/v1/{project_id}/jobs/{job_id}',
    status: 503,
    times: 9,
  })
  expect(await refusal({ projectId, imsJobId: NO_JOB })).toMatchObject({
    reason: 'not-added',
    error: { httpStatus: 503 },
  })
})

test('without a session nothing is asked', async () => {
  jar.clear()
  expect(await refusal({ projectId, imsJobId: NO_JOB })).toEqual({ reason: 'session-ended' })
})
