import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { actOn } from './act.ts'
import { readMembers, shareImage } from './share.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene('glance')
})
beforeEach(() => scene.reset())
afterAll(() => scene.stop())

const OTHER = 'f0000000000000000000000000000001'

const share = async (imageId: string) => {
  const asked = { doing: 'share-image', imageId } as const
  return (
    await actOn(scene.db(), scene.session(), asked, (image) => shareImage(scene.session(), image, OTHER))
  ).acted
}
const members = async (imageId: string) => {
  const read = await readMembers(scene.db(), scene.session(), imageId)
  return read.ok ? read.value.members.map(({ projectId }) => projectId) : read.error
}

test.each(['public', 'community'])(
  'an image that is %s has no members, and Glance is not asked',
  async (visibility) => {
    const id = await scene.putImage({ visibility })
    expect(await members(id)).toEqual([])
    expect(await share(id)).toMatchObject({
      error: { reason: 'fields', fields: { memberId: expect.stringMatching(/already/) } },
    })
    expect(await scene.calls('POST /v2/images/{image_id}/members')).toBe(0)
  },
)

test.each([
  ['private', { visibility: 'private' }],
  ['deactivated', { visibility: 'shared', status: 'deactivated' }],
])('an image that is %s is shared', async (_, properties) => {
  const id = await scene.putImage(properties)
  expect(await members(id)).toEqual([])
  expect(await share(id)).toEqual({ ok: true, value: null })
  expect(await members(id)).toEqual([OTHER])
})
