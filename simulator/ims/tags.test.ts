import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type Session, startForTests, type TestSimulator } from '../client-for-tests.ts'

let sim: TestSimulator
let demo: Session
beforeAll(async () => {
  sim = await startForTests()
})
afterAll(() => sim.close())
beforeEach(async () => {
  await sim.control('/reset', { body: {} })
  demo = await sim.signIn()
})

const image = z.looseObject({ id: z.string(), tags: z.array(z.string()), updated_at: z.string() })
const put = async (properties: object = {}) =>
  image.parse((await sim.control('/images', { body: properties })).json).id
const read = async (id: string) =>
  image.parse((await sim.ims(`/v2/images/${id}`, { token: demo.token })).json)
const tagsOf = async (id: string) => (await read(id)).tags
const call = (method: string, path: string, body?: unknown, session = demo) =>
  sim.ims(path, { method, token: session.token, body })
const v1 = (body: unknown, session = demo) => call('PUT', '/v1/cloudimages/tags', body, session)
const v2 = (id: string, rest = '') => `/v2/${demo.projectId}/images/${id}/tags${rest}`
const action = (id: string, body: unknown) => call('POST', v2(id, '/action'), body)
const refusal = (code: string, status = 400) => ({
  status,
  json: { error: { code, message: expect.any(String) } },
})
const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const ten = Array.from({ length: 10 }, (_, index) => `key${index}=v`)

describe('the older calls', () => {
  test('PUT adds or overwrites one tag, in two forms', async () => {
    const image_id = await put({ tags: ['team=data'] })
    expect(await v1({ image_id, tag: 'stage.test' })).toMatchObject({ status: 204, text: '' })
    expect((await v1({ image_id, image_tag: { key: ' team ', value: 'web 2' } })).status).toBe(204)
    expect((await v1({ image_id, tag: 'alone' })).status).toBe(204)
    expect(await tagsOf(image_id)).toEqual(['team=web 2', 'stage=test', 'alone'])
  })

  test('moves updated_at', async () => {
    const image_id = await put()
    const before = await read(image_id)
    await sim.advance(60)
    await v1({ image_id, tag: 'a.b' })
    expect(Date.parse((await read(image_id)).updated_at)).toBeGreaterThan(Date.parse(before.updated_at))
  })

  test('refuses tags that are none, the eleventh, and other people’s images', async () => {
    const image_id = await put({ tags: ten })
    for (const body of [
      { image_id, tag: 'a.b.c' },
      { image_id, tag: '' },
      { image_id, tag: `${'k'.repeat(37)}.v` },
      { image_id, image_tag: { key: ' ', value: 'v' } },
      { image_id, image_tag: { key: 'k', value: 'v'.repeat(44) } },
      { image_id, image_tag: { key: 'k=', value: 'v' } },
      { image_id, tag: 'k.v', image_tag: { key: 'k', value: 'v' } },
      { image_id },
    ]) {
      expect(await v1(body)).toMatchObject(refusal('IMG.0115'))
    }
    expect(await v1({ image_id, tag: 'eleven.v' })).toMatchObject(refusal('IMG.0116'))
    expect((await v1({ image_id, tag: 'key0.other' })).status).toBe(204)
    expect(await v1({ image_id, tag: 'a.b' }, await sim.signIn('reader'))).toMatchObject(
      refusal('IMG.0026', 403),
    )
    expect(await v1({ image_id: UNKNOWN, tag: 'a.b' })).toMatchObject(refusal('IMG.0027'))
    expect(await v1({ tag: 'a.b' })).toMatchObject(refusal('IMG.0001'))
    const lab = await sim.signIn('demo', 'eu-de_lab')
    const shared = await put({ members: [{ project: 'eu-de_lab', status: 'accepted' }] })
    expect(await v1({ image_id: shared, tag: 'a.b' }, lab)).toMatchObject(refusal('IMG.0047'))
  })

  test('GET lists each tag of the selected images once', async () => {
    await put({ name: 'one', tags: ['team=web', 'x'] })
    await put({ name: 'two', tags: ['team=web', 'team2=db'] })
    const list = async (query: string) => (await call('GET', `/v1/cloudimages/tags?${query}`)).json
    const owner = `owner=${demo.projectId}`
    expect(await list(owner)).toEqual({ tags: ['team2=db', 'team=web', 'x'] })
    expect(await list(`${owner}&name=one`)).toEqual({ tags: ['team=web', 'x'] })
    expect(await list(`${owner}&limit=2&page=2`)).toEqual({ tags: ['x'] })
  })
})

describe('the newer calls', () => {
  test('one tag is added, several are made and deleted, one is deleted by its key', async () => {
    const id = await put({ tags: ['alone'] })
    for (let time = 0; time < 2; time += 1) {
      expect((await call('POST', v2(id), { tag: { key: 'team', value: 'web' } })).status).toBe(204)
    }
    const created = {
      action: 'create',
      tags: [
        { key: 'team', value: 'db' },
        { key: 'empty', value: '' },
      ],
    }
    expect((await action(id, created)).status).toBe(204)
    expect(await tagsOf(id)).toEqual(['alone', 'team=db', 'empty='])
    expect((await call('GET', v2(id))).json).toEqual({
      tags: [
        { key: 'alone', value: '' },
        { key: 'team', value: 'db' },
        { key: 'empty', value: '' },
      ],
    })
    expect(
      (await action(id, { action: 'delete', tags: [{ key: 'team' }, { key: 'not-there' }] })).status,
    ).toBe(204)
    expect((await call('DELETE', v2(id, '/alone'))).status).toBe(204)
    expect((await call('DELETE', v2(id, '/alone'))).status).toBe(404)
    expect(await tagsOf(id)).toEqual(['empty='])
  })

  test('are refused all or none', async () => {
    const id = await put({ tags: ten.slice(1) })
    const make = (...keys: string[]) => ({ action: 'create', tags: keys.map((key) => ({ key, value: 'v' })) })
    expect(await action(id, make('a', 'b'))).toMatchObject(refusal('IMG.0116'))
    expect(await action(id, make('a', 'a'))).toMatchObject(refusal('IMG.0115'))
    expect(await action(id, make('a', '='))).toMatchObject(refusal('IMG.0115'))
    expect(await action(id, { ...make('a'), action: 'Create' })).toMatchObject(refusal('IMG.0001'))
    expect(await action(id, { action: 'create', tags: [{ key: 'a' }] })).toMatchObject(refusal('IMG.0115'))
    expect(await action(id, { action: 'delete', tags: [{ key: 'k'.repeat(128) }] })).toMatchObject(
      refusal('IMG.0115'),
    )
    expect(await tagsOf(id)).toEqual(ten.slice(1))
    expect((await action(id, { action: 'delete', tags: [{ key: '<any>', value: '=' }] })).status).toBe(204)
    expect(await action(UNKNOWN, make('a'))).toMatchObject(refusal('IMG.0027', 404))
    expect(await call('GET', `/v2/${'0'.repeat(32)}/images/${id}/tags`)).toMatchObject(refusal('IMG.0030'))
  })

  test('all tags of the project, by key', async () => {
    await put({ tags: ['team=web', 'alone'] })
    await put({ tags: ['team=db'] })
    await put({ tags: ['team=other'], owner: 'eu-de_lab' })
    expect((await call('GET', `/v2/${demo.projectId}/images/tags`)).json).toEqual({
      tags: [
        { key: 'team', values: ['web', 'db'] },
        { key: 'alone', values: [''] },
      ],
    })
  })
})

describe('the search by tags', () => {
  const search = async (body: object) =>
    sim.ims(`/v2/${demo.projectId}/images/resource_instances/action`, { token: demo.token, body })
  const found = async (body: object) =>
    z
      .object({ total_count: z.number(), resources: z.array(z.looseObject({ resource_name: z.string() })) })
      .parse((await search({ action: 'filter', ...body })).json)
      .resources.map((each) => each.resource_name)
  beforeEach(async () => {
    await put({ name: 'web-1', tags: ['team=web', 'stage=test'], created_at: '2026-01-01T00:00:00Z' })
    await put({ name: 'web-2', tags: ['team=web'], created_at: '2026-01-02T00:00:00Z' })
    await put({ name: 'db-1', tags: ['team=db', 'x'], created_at: '2026-01-03T00:00:00Z' })
    await put({ name: 'plain', tags: [], created_at: '2026-01-04T00:00:00Z' })
  })
  const web = [{ key: 'team', values: ['web'] }]

  test.each([
    [{}, ['plain', 'db-1', 'web-2', 'web-1']],
    [{ tags: web }, ['web-2', 'web-1']],
    [{ tags: [...web, { key: 'stage', values: [] }] }, ['web-1']],
    [{ tags: [{ key: 'team', values: ['db', 'web'] }] }, ['db-1', 'web-2', 'web-1']],
    [{ tags: [{ key: 'x', values: [''] }] }, ['db-1']],
    [{ tags_any: [...web, { key: 'x', values: [] }] }, ['db-1', 'web-2', 'web-1']],
    [{ not_tags: [...web, { key: 'stage', values: ['test'] }] }, ['plain', 'db-1', 'web-2']],
    [{ not_tags_any: [...web, { key: 'stage', values: ['test'] }] }, ['plain', 'db-1']],
    [{ without_any_tag: true, tags: web }, ['plain']],
    [{ matches: [{ key: 'resource_name', value: 'WEB' }] }, ['web-2', 'web-1']],
    [{ limit: '2', offset: '1' }, ['db-1', 'web-2']],
  ])('%j finds %j', async (body, names) => {
    expect(await found(body)).toEqual(names)
  })

  test('tells the whole number, the status and the tags', async () => {
    const reply = await search({ action: 'filter', tags: web, limit: '1' })
    expect(reply.json).toEqual({
      total_count: 2,
      resources: [
        {
          resource_id: expect.any(String),
          resource_name: 'web-2',
          resource_detail: { status: 'active' },
          tags: [{ key: 'team', value: 'web' }],
        },
      ],
    })
    expect((await search({ action: 'count', tags: web })).json).toEqual({ total_count: 2 })
  })

  test.each([
    [{ action: 'Filter' }, 'IMG.0001'],
    [{ action: 'filter', limit: 10 }, 'IMG.0001'],
    [{ action: 'filter', limit: '0' }, 'IMG.0001'],
    [{ action: 'filter', limit: '1001' }, 'IMG.0001'],
    [{ action: 'filter', offset: '-1' }, 'IMG.0001'],
    [{ action: 'filter', tags: [...web, ...web] }, 'IMG.0115'],
    [{ action: 'filter', matches: [{ key: 'name', value: 'x' }] }, 'IMG.0001'],
  ])('%j is %s', async (body, code) => {
    expect(await search(body)).toMatchObject(refusal(code))
  })
})

describe('the native calls', () => {
  test('take keys only', async () => {
    const id = await put({ tags: [] })
    const native = (method: string, tag: string) => call(method, `/v2/images/${id}/tags/${tag}`)
    expect((await native('PUT', 'blue_1')).status).toBe(204)
    expect(await native('PUT', 'a=b')).toMatchObject(refusal('IMG.0115'))
    expect(await tagsOf(id)).toEqual(['blue_1'])
    expect((await native('DELETE', 'blue_1')).status).toBe(204)
    expect((await native('DELETE', 'blue_1')).status).toBe(404)
  })
})

test('a tag that was taken is told and deleted as it was given', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 40 }), fc.string({ maxLength: 46 }), async (key, value) => {
      const id = await put({ tags: [] })
      const reply = await call('POST', v2(id), { tag: { key, value } })
      expect([204, 400]).toContain(reply.status)
      if (reply.status === 400) return
      expect(await tagsOf(id)).toEqual([`${key.trim()}=${value.trim()}`])
      const deleted = await call('DELETE', v2(id, `/${encodeURIComponent(key.trim())}`))
      // A dot alone is a step in a path: no client can name such a key there.
      if (!/^\.{1,2}$/.test(key.trim())) expect(deleted.status).toBe(204)
    }),
    { numRuns: 60 },
  ))
