import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type Session, startForTests, type TestSimulator } from '../client-for-tests.ts'

const COUNT = 1_200
let sim: TestSimulator
let demo: Session
beforeAll(async () => {
  sim = await startForTests({ images: COUNT })
  demo = await sim.signIn()
})
afterAll(() => sim.close())

const answer = z.looseObject({
  images: z.array(z.looseObject({ id: z.string(), name: z.string(), created_at: z.string() })),
  next: z.optional(z.string()),
})
const get = (path: string, session = demo) => sim.ims(path, { token: session.token })
const list = async (query: Record<string, string>, session = demo) => {
  const reply = await get(`/v2/cloudimages?${new URLSearchParams(query)}`, session)
  expect(reply.status).toBe(200)
  return answer.parse(reply.json).images
}
const own = () => ({ owner: demo.projectId })

describe('paging', () => {
  test('limit and marker walk over all images once, newest first', async () => {
    const seen = []
    let marker = ''
    for (;;) {
      const page = await list({ ...own(), limit: '500', ...(marker ? { marker } : {}) })
      seen.push(...page)
      marker = page.at(-1)?.id ?? ''
      if (page.length < 500) break
    }
    expect(seen).toHaveLength(COUNT)
    expect(new Set(seen.map((image) => image.id)).size).toBe(COUNT)
    const times = seen.map((image) => image.created_at)
    expect(times).toEqual(times.toSorted().reverse())
  })

  test('the default is 500, more counts as 500, and nothing else than images is told', async () => {
    expect(await list(own())).toHaveLength(500)
    expect(await list({ ...own(), limit: '9999' })).toHaveLength(500)
    const reply = await get('/v2/cloudimages?limit=1')
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(reply.json))).toEqual(['images'])
  })

  test('an unknown marker is 400 IMG.0027', async () => {
    const reply = await get('/v2/cloudimages?marker=00000000-0000-4000-8000-000000000000')
    expect(reply).toMatchObject({ status: 400, json: { error: { code: 'IMG.0027' } } })
  })

  test('the native list has 25 by default and a link to the next page, absent on the last', async () => {
    const first = answer.parse((await get(`/v2/images?owner=${demo.projectId}`)).json)
    expect(first).toMatchObject({
      schema: '/v2/schemas/images',
      first: expect.stringMatching(/^\/v2\/images\?/),
      next: expect.stringMatching(/^\/v2\/images\?.*marker=/),
    })
    expect(first.images).toHaveLength(25)
    const second = answer.parse((await get(first.next ?? '')).json)
    const all = await list({ ...own(), limit: '50' })
    expect([...first.images, ...second.images].map((image) => image.id)).toEqual(all.map((image) => image.id))
    const last = answer.parse(
      (await get(`/v2/images?owner=${demo.projectId}&limit=1000&marker=${second.images[0]?.id}`)).json,
    )
    expect(last.images).toHaveLength(1000)
    const rest = answer.parse((await get(last.next ?? '')).json)
    expect(rest.next).toBeUndefined()
  })

  test('sort keys as documented; updated_at is none', async () => {
    const byName = await list({ ...own(), sort_key: 'name', sort_dir: 'asc' })
    const names = byName.map((image) => image.name)
    expect(names).toEqual(names.toSorted())
    expect(await get('/v2/cloudimages?sort_key=updated_at')).toMatchObject({ status: 400 })
  })
})

describe('filters', () => {
  test('kinds of images', async () => {
    expect(await list({ __imagetype: 'gold', visibility: 'public', protected: 'true' })).toHaveLength(8)
    for (const status of ['pending', 'accepted', 'rejected']) {
      const shared = await list({ visibility: 'shared', __imagetype: 'shared', member_status: status })
      expect(shared.length).toBeGreaterThan(1)
      expect(shared).toContainEqual(
        expect.objectContaining({ visibility: 'shared', __description: `Shared for tests: ${status}` }),
      )
      expect(shared.every((image) => image.owner !== demo.projectId)).toBe(true)
    }
    const lab = await sim.signIn('demo', 'eu-de_lab')
    const seen = await list({}, lab)
    expect(seen.filter((image) => image.visibility === 'public')).toHaveLength(8)
    const accepted = await list({ visibility: 'shared', member_status: 'accepted' }, lab)
    expect(seen).toHaveLength(8 + accepted.length)
  })

  test.each([
    ['a killed one', { status: 'killed' }],
    ['a queued one', { status: 'queued' }],
    ['a deactivated one', { status: 'deactivated' }],
    ['a protected one', { protected: 'true' }],
    ['an encrypted one', { __system__cmkid: '11111111-1111-4111-8111-111111111111' }],
    ['an ISO', { virtual_env_type: 'IsoImage' }],
    ['one for bare metal', { virtual_env_type: 'Ironic' }],
    ['a shared one', { visibility: 'shared' }],
    ['one with a tag alone', { tag: 'golden' }],
    [
      'one older than two years',
      { created_at: `lt:${new Date(Date.now() - 731 * 86_400_000).toISOString().slice(0, 19)}Z` },
    ],
  ])('%s is among the seeded images', async (_, query) => {
    expect((await list({ ...own(), ...query })).length).toBeGreaterThan(0)
  })

  test('some were made from licensed public images, some are for Arm', async () => {
    const all = await list({ ...own() })
    const of = (platform: string) =>
      all.filter((image) => image.__platform === platform && image.__originalimagename !== '')
    expect(of('Windows').length * of('SUSE').length).toBeGreaterThan(0)
    const arm = all.filter((image) => image.__support_arm === 'true')
    expect(arm.length).toBeGreaterThan(0)
    expect(arm.every((image) => image.hw_firmware_type === 'uefi')).toBe(true)
  })

  test('name matches exactly only', async () => {
    const [image] = await list({ ...own(), limit: '1' })
    const name = image?.name ?? ''
    expect(await list({ ...own(), name })).toMatchObject([{ name }])
    expect(await list({ ...own(), name: name.slice(0, -1) })).toEqual([])
  })

  test.each([
    ['virtual_env_type', 'DataImage'],
    ['__platform', 'Ubuntu'],
    ['__os_bit', '32'],
    ['__os_type', 'Windows'],
    ['disk_format', 'zvhd'],
    ['min_disk', '40'],
    ['status', 'active'],
  ])('%s=%s', async (key, value) => {
    const found = await list({ ...own(), [key]: value })
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found.map((image) => String(image[key])))).toEqual(new Set([value]))
  })

  test('tags are asked for as key=value', async () => {
    const found = await list({ ...own(), tag: 'team=web' })
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((image) => Array.isArray(image.tags) && image.tags.includes('team=web'))).toBe(true)
    expect(await list({ ...own(), tag: 'team.web' })).toEqual([])
  })

  test('times compare by the second', async () => {
    const [newest, second] = await list({ ...own(), limit: '2' })
    const at = newest?.created_at ?? ''
    expect(await list({ ...own(), created_at: `gte:${at}` })).toMatchObject([{ id: newest?.id }])
    expect(await list({ ...own(), created_at: `gt:${at.replace('T', ' ').replace('Z', '')}` })).toEqual([])
    const [older] = await list({ ...own(), created_at: `lt:${at}`, limit: '1' })
    expect(older?.id).toBe(second?.id)
    expect(await get('/v2/cloudimages?created_at=yesterday')).toMatchObject({ status: 400 })
  })

  test('unknown filters are ignored', async () => {
    expect(await list({ ...own(), colour: 'blue', limit: '3' })).toHaveLength(3)
  })
})

describe('detail', () => {
  const UNKNOWN = '/v2/images/00000000-0000-4000-8000-000000000000'

  test('is the bare image', async () => {
    const [image] = await list({ ...own(), limit: '1' })
    const reply = await get(`/v2/images/${image?.id}`)
    expect(reply).toMatchObject({ status: 200, json: { ...image, __image_location: expect.any(String) } })
  })

  test('an unknown image is 404 in XML, JSON or 400 by named faults', async () => {
    const reply = await get(UNKNOWN)
    expect(reply.status).toBe(404)
    expect(reply.headers.get('Content-Type')).toBe('application/xml')
    expect(reply.text).toMatch(/^<\?xml .*<message>/s)
    await sim.control('/faults', { body: { named: 'native-json-errors' } })
    expect(await get(UNKNOWN)).toMatchObject({ status: 404, json: { error: { code: 'IMG.0144' } } })
    await sim.control('/faults', { body: { named: 'unknown-image-400' } })
    expect(await get(UNKNOWN)).toMatchObject({ status: 400, json: { error: { code: 'IMG.0027' } } })
    await sim.control('/faults', { method: 'DELETE' })
  })
})

test('quota leaves room for 50 more than there were, and does not count killed ones', async () => {
  const killed = await list({ ...own(), status: 'killed' })
  expect((await get('/v1/cloudimages/quota')).json).toMatchObject({
    quotas: {
      resources: expect.arrayContaining([
        expect.objectContaining({ type: 'image', used: COUNT - killed.length, quota: COUNT + 50 }),
      ]),
    },
  })
})

test('os_version is a bare array by platform', async () => {
  const reply = await get('/v1/cloudimages/os_version')
  expect(reply.status).toBe(200)
  expect(reply.json).toContainEqual({
    platform: 'Debian',
    version_list: expect.arrayContaining([
      {
        platform: 'Debian',
        os_version_key: 'Debian GNU/Linux 10.0.0 64bit',
        os_version: 'Debian GNU/Linux 10.0.0 64bit',
        os_bit: 64,
        os_type: 'Linux',
      },
    ]),
  })
})
