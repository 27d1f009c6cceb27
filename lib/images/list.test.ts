import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ActiveSession } from '../session/current.ts'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { actOn } from './act.ts'
import { readImagePage } from './list.ts'
import { removeImage } from './remove.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene('glance')
})
beforeEach(() => scene.reset())
afterAll(() => scene.stop())

const of = (imageApi: 'ims' | 'glance'): ActiveSession => {
  const session = scene.session()
  return { ...session, ims: { ...session.ims, imageApi } }
}
const page = (session: ActiveSession, after: string | null) =>
  readImagePage(scene.db(), session, { scope: 'own', after, limit: 2 })

test.each(['ims', 'glance'] as const)('%s: a page after an image that is gone is not found', async (api) => {
  for (const name of ['a', 'b', 'c']) await scene.putImage({ name })
  const first = await page(of(api), null)
  if (!first.ok || first.value.next === null) throw new Error('there is no second page')
  const imageId = first.value.next
  await actOn(scene.db(), of(api), { doing: 'delete-image', imageId }, (image) => removeImage(of(api), image))
  // What the list's reader goes back on, to an image that is still there.
  expect(await page(of(api), imageId)).toMatchObject({ ok: false, error: { problem: 'not-found' } })
  const [before] = first.value.images
  expect(await page(of(api), before?.id ?? '')).toMatchObject({ ok: true })
})

test('one’s own image that is public as well is one’s own, whichever list is read first', async () => {
  await scene.putImage({ name: 'ours', visibility: 'public' })
  const names = async (scope: 'own' | 'public') => {
    const read = await readImagePage(scene.db(), of('glance'), { scope, after: null, limit: 500 })
    return read.ok ? read.value.images.map(({ name }) => name) : []
  }
  const open = await names('public')
  expect(open).not.toContain('ours')
  expect(open.length).toBeGreaterThan(0)
  expect(await names('own')).toContain('ours')
})

test('what Glance refuses of a first page is no image that is gone', async () => {
  await scene.fault({ service: 'ims', path: '/v2/images', status: 400, body: '<html>400 Bad Request</html>' })
  expect(await page(of('glance'), null)).toMatchObject({
    ok: false,
    error: { problem: 'upstream', error: { code: null } },
  })
})
