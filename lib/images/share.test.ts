import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { actOn } from './act.ts'
import { readImagePage } from './list.ts'
import { removeImage } from './remove.ts'
import { answerShare, readMembers, shareImage, stopSharing } from './share.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
beforeEach(() => scene.reset())
afterAll(() => scene.stop())

type Change = Parameters<typeof actOn<null>>[3]
const act = async (imageId: string, change: Change) =>
  (await actOn(scene.db(), scene.session(), { doing: 'share-image', imageId }, change)).acted

const members = async (imageId: string) => {
  const read = await readMembers(scene.db(), scene.session(), imageId)
  if (!read.ok) throw new Error(read.error.error.title)
  return read.value.members.map(({ projectId, status }) => ({ projectId, status }))
}

const listed = async (scope: 'own' | 'pending' | 'accepted' | 'rejected') => {
  const page = await readImagePage(scene.db(), scene.session(), { scope, after: null, limit: 500 })
  if (!page.ok) throw new Error(page.error.error.title)
  return page.value.images.map(({ name }) => name)
}

/** The project eu-de_lab, as the simulator's accounts have it. */
const LAB = await (async () => (await import('../../simulator/iam/accounts.ts')).PROJECTS)().then(
  (projects) => projects.find(({ name }) => name === 'eu-de_lab')?.id ?? '',
)

test('a project is added, waits for its answer, and is removed', async () => {
  const id = await scene.putImage({ name: 'web' })
  expect(await act(id, (image) => shareImage(scene.session(), image, LAB))).toEqual({ ok: true, value: null })
  expect(await members(id)).toEqual([{ projectId: LAB, status: 'pending' }])
  expect(await act(id, (image) => stopSharing(scene.session(), image, LAB))).toMatchObject({ ok: true })
  expect(await members(id)).toEqual([])
})

test('what another tool has written for a project is removed as it stands', async () => {
  const odd = 'Web team / München'
  const id = await scene.putImage({ members: [{ project: odd }, { project: LAB }] })
  expect(await act(id, (image) => stopSharing(scene.session(), image, odd))).toMatchObject({ ok: true })
  expect((await members(id)).map(({ projectId }) => projectId)).toEqual([LAB])
  expect(await act(id, (image) => stopSharing(scene.session(), image, '..'))).toMatchObject({ ok: false })
  expect(await members(id)).toHaveLength(1)
})

describe.each(['in XML', 'in JSON, with a code'])(
  'of a project that another tool was faster with, said %s',
  (form) => {
    beforeEach(async () => {
      if (form !== 'in XML') await scene.fault({ named: 'native-json-errors' })
    })

    test('the end of the sharing is what was wanted', async () => {
      const id = await scene.putImage({ members: [{ project: LAB }] })
      await act(id, (image) => stopSharing(scene.session(), image, LAB))
      expect(await act(id, (image) => stopSharing(scene.session(), image, LAB))).toEqual({
        ok: true,
        value: null,
      })
    })

    test('a second share is refused at the field', async () => {
      const id = await scene.putImage({ members: [{ project: LAB }] })
      expect(await act(id, (image) => shareImage(scene.session(), image, LAB))).toMatchObject({
        error: { reason: 'fields', fields: { memberId: expect.stringMatching(/with this project already/) } },
      })
    })
  },
)

test.each([
  ['one’s own', () => scene.session().project.id, /your own project/],
  ['one that nobody has', () => 'f'.repeat(32), /no project with this id/],
])('%s: refused at the field', async (_, memberId, words) => {
  const id = await scene.putImage({})
  expect(await act(id, (image) => shareImage(scene.session(), image, memberId()))).toMatchObject({
    error: { reason: 'fields', fields: { memberId: expect.stringMatching(words) } },
  })
})

test('the other side accepts, rejects and accepts after all', async () => {
  const id = await scene.putImage({
    name: 'theirs',
    owner: 'eu-de_lab',
    members: [{ project: 'eu-de_demo' }],
  })
  expect(await listed('pending')).toContain('theirs')
  await act(id, (image) => answerShare(scene.session(), image, 'rejected'))
  expect(await listed('rejected')).toContain('theirs')
  await act(id, (image) => answerShare(scene.session(), image, 'accepted'))
  expect(await listed('accepted')).toContain('theirs')
  expect(await listed('own')).not.toContain('theirs')
})

test.each([
  ['protected', { protected: true }, 'IMG.0028'],
  [
    'of another project',
    { owner: 'eu-de_lab', members: [{ project: 'eu-de_demo', status: 'accepted' }] },
    null,
  ],
])('an image that is %s is not deleted', async (_, properties, code) => {
  const id = await scene.putImage({ name: 'kept', ...properties })
  const acted = await act(id, (image) => removeImage(scene.session(), image))
  expect(acted).toMatchObject({
    ok: false,
    error: { reason: 'not-done', ...(code ? { error: { code } } : {}) },
  })
})

test('one is deleted, and then it is gone', async () => {
  const id = await scene.putImage({ name: 'gone' })
  expect(await act(id, (image) => removeImage(scene.session(), image))).toMatchObject({ ok: true })
  expect(await act(id, (image) => removeImage(scene.session(), image))).toEqual({
    ok: false,
    error: { reason: 'gone' },
  })
})

test('a path that the gateway does not publish deletes nothing, and is not called gone', async () => {
  const id = await scene.putImage({ name: 'kept' })
  const unknownPath = { error_code: 'APIGW.0101', error_msg: 'The API does not exist', request_id: 'r' }
  await scene.fault({ service: 'ims', method: 'DELETE', status: 404, body: unknownPath })
  expect(await act(id, (image) => removeImage(scene.session(), image))).toMatchObject({
    error: { reason: 'not-done', error: { code: 'APIGW.0101' } },
  })
  expect(await listed('own')).toContain('kept')
})

test.each([
  ['that gets no answer', { drop: 'after' }],
  ['whose answer the gateway does not wait for', { status: 504 }],
])('a deletion %s is not known to be done', async (_, fault) => {
  const id = await scene.putImage({})
  await scene.fault({ service: 'ims', method: 'DELETE', ...fault })
  expect(await act(id, (image) => removeImage(scene.session(), image))).toMatchObject({
    error: { reason: 'not-done', isUnknown: true, error: { title: expect.stringContaining('not known') } },
  })
})

test('a deletion before which the image could not be read was not begun', async () => {
  const id = await scene.putImage({})
  await scene.fault({ service: 'ims', method: 'GET', status: 503, times: 3 })
  const acted = await act(id, (image) => removeImage(scene.session(), image))
  expect(acted).toMatchObject({ error: { reason: 'not-done' } })
  expect(acted).not.toHaveProperty('error.isUnknown')
  expect(await scene.calls('DELETE /v2/images/{image_id}')).toBe(0)
})

test('a project id that fits into no address is said to be that, and not that the image is gone', async () => {
  const id = await scene.putImage({
    name: 'theirs',
    owner: 'eu-de_lab',
    members: [{ project: 'eu-de_demo' }],
  })
  const session = scene.session()
  const odd = { ...session, ims: { ...session.ims, projectId: 'default' } }
  expect(await act(id, (image) => answerShare(odd, image, 'accepted'))).toMatchObject({
    error: { reason: 'not-done', error: { title: expect.stringContaining('sent nothing') } },
  })
  expect(await listed('pending')).toContain('theirs')
})

test('a page of images ends where the next begins', async () => {
  for (const name of ['a', 'b', 'c', 'd', 'e']) await scene.putImage({ name })
  const first = await readImagePage(scene.db(), scene.session(), { scope: 'own', after: null, limit: 2 })
  if (!first.ok) throw new Error(first.error.error.title)
  expect(first.value.images).toHaveLength(2)
  const { next } = first.value
  expect(next).toBe(first.value.images[1]?.id)
  const second = await readImagePage(scene.db(), scene.session(), { scope: 'own', after: next, limit: 500 })
  expect(second).toMatchObject({ ok: true, value: { next: null } })
})
