import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
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
  scene = await setScene()
})
beforeEach(() => scene.reset())
afterAll(() => scene.stop())

const WEB = {
  name: 'web-base-12',
  tags: ['team=web', 'stage=test'],
  min_ram: 1024,
  __description: 'Golden image',
  hw_firmware_type: 'bios',
}
const PATCH = { service: 'ims', method: 'PATCH', path: '/v2/cloudimages/{image_id}' }
const TAGS = { service: 'ims', method: 'POST', path: '/v2/{project_id}/images/{image_id}/tags/action' }

async function look(id: string): Promise<Editable> {
  const image = await readImage(scene.db(), scene.session(), id)
  if (!image.ok) throw new Error(image.error.error.title)
  return editableOf(image.value)
}

const change = async (imageId: string, seen: Editable, wanted: Partial<EditDraft>) => {
  const draft = { ...draftOf(seen), ...wanted }
  const { acted } = await actOn(scene.db(), scene.session(), { doing: 'change-image', imageId }, (image) =>
    changeImage(scene.db(), scene.session(), image, { seen, draft }),
  )
  return acted
}

describe('what is different is written, and nothing else', () => {
  test('every member that IMS takes', async () => {
    const id = await scene.putImage(WEB)
    const acted = await change(id, await look(id), {
      name: 'web-base-13',
      description: 'now UEFI',
      tags: ['team=db', 'gold'],
      minRamMb: '2048',
      maxRamMb: '8192',
      bootMode: 'uefi',
    })
    expect(acted).toMatchObject({ ok: true, value: { outcome: 'saved' } })
    expect(await look(id)).toEqual({
      name: 'web-base-13',
      description: 'now UEFI',
      tags: ['gold', 'team=db'],
      minRamMb: 2048,
      maxRamMb: 8192,
      bootMode: 'uefi',
      isProtected: false,
    })
  })

  test('a limit that is taken away is none', async () => {
    const id = await scene.putImage({ ...WEB, max_ram: '4096' })
    await change(id, await look(id), { minRamMb: '', maxRamMb: '' })
    expect(await look(id)).toMatchObject({ minRamMb: null, maxRamMb: null })
  })

  test('a limit that is gone already is no call, and no refusal', async () => {
    const id = await scene.putImage({ ...WEB, max_ram: '4096' })
    const seen = await look(id)
    await change(id, seen, { maxRamMb: '' })
    expect(await change(id, seen, { maxRamMb: '' })).toMatchObject({
      value: { outcome: 'saved', image: { maxRamMb: null } },
    })
    expect(await scene.calls('PATCH /v2/cloudimages/{image_id}')).toBe(1)
  })

  test('tags alone cost no call that changes attributes, and nothing at all costs none', async () => {
    const id = await scene.putImage(WEB)
    const seen = await look(id)
    await change(id, seen, { tags: ['team=web'] })
    await change(id, await look(id), {})
    expect(await scene.calls('PATCH /v2/cloudimages/{image_id}')).toBe(0)
    expect(await scene.calls('POST /v2/{project_id}/images/{image_id}/tags/action')).toBe(1)
    expect((await look(id)).tags).toEqual(['team=web'])
  })

  test('ten tags may be exchanged for ten others', async () => {
    const id = await scene.putImage({ ...WEB, tags: Array.from({ length: 10 }, (_, n) => `old${n}=x`) })
    const tags = Array.from({ length: 10 }, (_, n) => `new${n}=x`)
    expect(await change(id, await look(id), { tags })).toMatchObject({ ok: true })
    expect((await look(id)).tags).toEqual(tags)
  })

  test('a name and tags that IMS would refuse today do not stand in the way of another change', async () => {
    const id = await scene.putImage({ ...WEB, name: 'näme/with <marks>', tags: ['v1.2', 'a*b=c'] })
    expect(await change(id, await look(id), { minRamMb: '4096' })).toMatchObject({ ok: true })
    expect(await look(id)).toMatchObject({
      name: 'näme/with <marks>',
      tags: ['a*b=c', 'v1.2'],
      minRamMb: 4096,
    })
  })
})

describe('someone else changed it meanwhile', () => {
  test('the same field: it is shown, and nothing is written', async () => {
    const id = await scene.putImage(WEB)
    const seen = await look(id)
    await change(id, seen, { name: 'theirs', minRamMb: '2048' })
    const acted = await change(id, seen, { name: 'mine', description: 'mine' })
    expect(acted).toMatchObject({
      ok: true,
      value: { outcome: 'conflict', fields: ['name'], now: { name: 'theirs', minRamMb: 2048 } },
    })
    expect(await look(id)).toMatchObject({ name: 'theirs', description: 'Golden image' })
  })

  test('another field: both changes stand', async () => {
    const id = await scene.putImage(WEB)
    const seen = await look(id)
    await change(id, seen, { name: 'theirs', tags: ['team=web', 'stage=test', 'their=tag'] })
    expect(await change(id, seen, { description: 'mine', tags: ['team=web'] })).toMatchObject({
      value: { outcome: 'saved' },
    })
    expect(await look(id)).toMatchObject({
      name: 'theirs',
      description: 'mine',
      tags: ['team=web', 'their=tag'],
    })
  })

  test('one raised the least memory, one lowered the most: together they make no sense, and are shown', async () => {
    const id = await scene.putImage({ ...WEB, max_ram: '4096' })
    const seen = await look(id)
    await change(id, seen, { maxRamMb: '2048' })
    expect(await change(id, seen, { minRamMb: '3072' })).toMatchObject({
      value: {
        outcome: 'conflict',
        fields: ['minRamMb', 'maxRamMb'],
        now: { minRamMb: 1024, maxRamMb: 2048 },
      },
    })
    expect(await look(id)).toMatchObject({ minRamMb: 1024, maxRamMb: 2048 })
  })

  test('both limits are shown, too, where one choice of a limit that both changed would make no sense', async () => {
    const id = await scene.putImage({ ...WEB, max_ram: '4096' })
    const seen = await look(id)
    await change(id, seen, { maxRamMb: '2048' })
    expect(await change(id, seen, { minRamMb: '3072', maxRamMb: '8192' })).toMatchObject({
      value: { outcome: 'conflict', fields: ['minRamMb', 'maxRamMb'] },
    })
    expect(await change(id, seen, { minRamMb: '512', maxRamMb: '8192' })).toMatchObject({
      value: { outcome: 'conflict', fields: ['maxRamMb'] },
    })
  })

  test('their tags and mine are more than an image has room for: nothing is sent', async () => {
    const numbered = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => `k${n + from}=x`)
    const id = await scene.putImage({ ...WEB, tags: numbered(0, 8) })
    const seen = await look(id)
    await change(id, seen, { tags: numbered(0, 10) })
    expect(await change(id, seen, { tags: [...seen.tags, 'mine=1'] })).toMatchObject({
      error: { reason: 'fields', fields: { tags: expect.stringContaining('at most 10') } },
    })
    expect((await look(id)).tags).toEqual(numbered(0, 10))
  })

  test('the same field to the same value is no conflict', async () => {
    const id = await scene.putImage(WEB)
    const seen = await look(id)
    await change(id, seen, { name: 'same' })
    expect(await change(id, seen, { name: 'same' })).toMatchObject({ value: { outcome: 'saved' } })
  })

  test('the same tag to another value is one', async () => {
    const id = await scene.putImage(WEB)
    const seen = await look(id)
    await change(id, seen, { tags: ['team=theirs', 'stage=test'] })
    expect(await change(id, seen, { tags: ['team=mine', 'stage=test'] })).toMatchObject({
      value: { outcome: 'conflict', fields: ['tags'] },
    })
  })

  test('deleted: it is gone', async () => {
    const id = await scene.putImage(WEB)
    const seen = await look(id)
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect(await change(unknown, seen, { name: 'x' })).toEqual({ ok: false, error: { reason: 'gone' } })
  })
})

describe('what cannot be', () => {
  test('is said at its field, and nothing is sent', async () => {
    const id = await scene.putImage(WEB)
    const acted = await change(id, await look(id), {
      name: '',
      description: 'a\nb',
      tags: ['x'.repeat(300)],
      minRamMb: '4096',
      maxRamMb: '2048',
    })
    expect(acted).toMatchObject({ ok: false, error: { reason: 'fields' } })
    if (acted.ok || acted.error.reason !== 'fields') throw new Error('refused for another reason')
    expect(Object.keys(acted.error.fields).sort()).toEqual(['description', 'maxRamMb', 'name', 'tags'])
    expect(await scene.calls('PATCH /v2/cloudimages/{image_id}')).toBe(0)
  })

  test('protection is not changed where no call does it', async () => {
    const id = await scene.putImage(WEB)
    expect(await change(id, await look(id), { isProtected: true })).toMatchObject({
      error: { reason: 'fields', fields: { isProtected: expect.any(String) } },
    })
  })

  test('what had been taken before a refusal is named', async () => {
    const id = await scene.putImage(WEB)
    const seen = await look(id)
    await scene.fault({ ...TAGS, status: 500 })
    const acted = await change(id, seen, { name: 'web-base-13', tags: [] })
    expect(acted).toMatchObject({ ok: false, error: { reason: 'not-done', saved: ['name'] } })
    expect(await look(id)).toMatchObject({ name: 'web-base-13', tags: seen.tags })
  })

  test('new tags come first where there is room, so that their refusal costs none of the old', async () => {
    const id = await scene.putImage(WEB)
    const seen = await look(id)
    await scene.fault({ ...TAGS, status: 500 })
    expect(await change(id, seen, { tags: ['team=db', 'other=1'] })).toMatchObject({ ok: false })
    expect((await look(id)).tags).toEqual(seen.tags)
  })

  test('tags that are exchanged to the half are told', async () => {
    const id = await scene.putImage(WEB)
    // The first of the two calls passes.
    await scene.fault({ ...TAGS, delayMs: 1 })
    await scene.fault({ ...TAGS, status: 500 })
    const acted = await change(id, await look(id), { tags: ['other=1'] })
    expect(acted).toMatchObject({ error: { reason: 'not-done', halfOfTags: 'set' } })
    expect((await look(id)).tags).toEqual(['other=1', 'stage=test', 'team=web'])
  })

  test('a refused token ends the session', async () => {
    const id = await scene.putImage(WEB)
    const seen = await look(id)
    await scene.fault({ ...PATCH, status: 401 })
    expect(await change(id, seen, { name: 'x' })).toEqual({ ok: false, error: { reason: 'session-ended' } })
  })
})

describe('tags are added', () => {
  const add = async (imageId: string, tags: readonly string[]) =>
    (
      await actOn(scene.db(), scene.session(), { doing: 'change-image', imageId }, (image) =>
        addTags(scene.session(), image, tags),
      )
    ).acted

  test('to those that are there, with a new value where the key is', async () => {
    const id = await scene.putImage(WEB)
    expect(await add(id, ['team.db', 'gold'])).toEqual({ ok: true, value: null })
    expect((await look(id)).tags).toEqual(['gold', 'stage=test', 'team=db'])
  })

  test.each([
    ['none', []],
    ['one of 300 characters', ['k'.repeat(300)]],
    ['more than an image has room for', Array.from({ length: 9 }, (_, n) => `k${n}=v`)],
  ])('%s: refused', async (_, tags) => {
    const id = await scene.putImage(WEB)
    expect(await add(id, tags)).toMatchObject({
      error: { reason: 'fields', fields: { tags: expect.any(String) } },
    })
  })
})
