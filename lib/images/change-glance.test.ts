import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { actOn } from './act.ts'
import { changeImage } from './change.ts'
import { draftOf, type Editable, type EditDraft, editableOf } from './edit.ts'
import { readImage } from './read.ts'
import { addTags } from './tag.ts'

// No test waits for time; this is for machines that build at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let scene: Scene
beforeAll(async () => {
  scene = await setScene('glance')
})
beforeEach(() => scene.reset())
afterAll(() => scene.stop())

/** As Glance has them: no pairs, but words, of which several may begin alike. */
const WORDS = ['release-1.2', 'role=db', 'role=web']

async function look(id: string): Promise<Editable> {
  const image = await readImage(scene.db(), scene.session(), id)
  if (!image.ok) throw new Error(image.error.error.title)
  return editableOf(image.value)
}

async function change(imageId: string, wanted: Partial<EditDraft>) {
  const seen = await look(imageId)
  const draft = { ...draftOf(seen), ...wanted }
  const { acted } = await actOn(scene.db(), scene.session(), { doing: 'change-image', imageId }, (image) =>
    changeImage(scene.db(), scene.session(), image, { seen, draft }),
  )
  return acted
}

const glanceImage = () => scene.putImage({ virtual_env_type: undefined, __imagetype: undefined, tags: WORDS })

test('tags are words: none is taken for another, and those nobody touched stay as they are', async () => {
  const id = await glanceImage()
  expect((await look(id)).tags).toEqual(WORDS)
  expect(await change(id, { tags: [...WORDS, 'role=cache', 'release-1.3'] })).toMatchObject({ ok: true })
  expect((await look(id)).tags).toEqual([...WORDS, 'role=cache', 'release-1.3'].sort())
})

test('tags are added to more than IMS would take', async () => {
  const many = Array.from({ length: 30 }, (_, n) => `t${n}`)
  const id = await scene.putImage({ tags: many })
  const { acted } = await actOn(
    scene.db(),
    scene.session(),
    { doing: 'change-image', imageId: id },
    (image) => addTags(scene.session(), image, ['role=web', 'role=db']),
  )
  expect(acted).toEqual({ ok: true, value: null })
  expect((await look(id)).tags).toEqual([...many, 'role=db', 'role=web'].sort())
})

test('a name that IMS would refuse is one', async () => {
  const id = await glanceImage()
  expect(await change(id, { name: 'Ubuntu 24.04 (noble)' })).toMatchObject({ ok: true })
  expect((await look(id)).name).toBe('Ubuntu 24.04 (noble)')
  expect(await change(id, { name: 'x'.repeat(256) })).toMatchObject({
    error: { reason: 'fields', fields: { name: expect.stringContaining('255') } },
  })
})
