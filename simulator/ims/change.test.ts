import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type Session, startForTests, type TestSimulator } from '../client-for-tests.ts'

let sim: TestSimulator
let glance: TestSimulator
let demo: Session
beforeAll(async () => {
  sim = await startForTests()
  glance = await startForTests({ profile: 'glance' })
})
afterAll(() => Promise.all([sim.close(), glance.close()]))
beforeEach(async () => {
  await Promise.all([sim, glance].map((each) => each.control('/reset', { body: {} })))
  demo = await sim.signIn()
})

const image = z.looseObject({ id: z.string(), updated_at: z.string() })
const put = async (properties: object = {}, of = sim) =>
  image.parse((await of.control('/images', { body: properties })).json).id
const detail = async (id: string) =>
  z.looseObject({}).parse((await sim.ims(`/v2/images/${id}`, { token: demo.token })).json)
const patch = (id: string, body: unknown, session = demo) =>
  sim.ims(`/v2/cloudimages/${id}`, { method: 'PATCH', token: session.token, body })
const remove = (id: string, session = demo, body?: unknown) =>
  sim.ims(`/v2/images/${id}`, { method: 'DELETE', token: session.token, body })
const refusal = (code: string, status = 400) => ({
  status,
  json: { error: { code, message: expect.any(String) } },
})
const NATIVE = { 'Content-Type': 'application/openstack-images-v2.1-json-patch' }
const patchNatively = async (of: TestSimulator, id: string, body: unknown, headers: object = NATIVE) =>
  of.ims(`/v2/images/${id}`, {
    method: 'PATCH',
    token: (await of.signIn()).token,
    headers: { ...headers },
    body,
  })
const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const add = (name: string, value: unknown) => [{ op: 'add', path: `/${name}`, value }]
const replace = (name: string, value: unknown) => [{ op: 'replace', path: `/${name}`, value }]
const publicId = async () => {
  const reply = await sim.ims('/v2/cloudimages?__imagetype=gold&limit=1', { token: demo.token })
  return z.object({ images: z.tuple([image]) }).parse(reply.json).images[0].id
}

describe('PATCH /v2/cloudimages/{id}', () => {
  test('changes what is allowed, moves updated_at and answers the whole image', async () => {
    const id = await put({ name: 'before', own_note: 'x' })
    await sim.advance(60)
    const before = await detail(id)
    const reply = await patch(id, [
      { op: 'replace', path: '/name', value: 'web-base-13' },
      { op: 'add', path: '/hw_firmware_type', value: 'uefi' },
      { op: 'add', path: '/__description', value: 'now UEFI' },
      { op: 'replace', path: '/min_ram', value: '2048' },
      { op: 'add', path: '/max_ram', value: 4096 },
      { op: 'add', path: '/__support_diskintensive', value: 'true' },
      { op: 'add', path: '/sprint', value: '13' },
      { op: 'remove', path: '/own_note' },
    ])
    expect(reply).toMatchObject({
      status: 200,
      json: {
        id,
        name: 'web-base-13',
        hw_firmware_type: 'uefi',
        __description: 'now UEFI',
        min_ram: 2048,
        max_ram: '4096',
        __support_diskintensive: 'true',
        sprint: '13',
        status: 'active',
      },
    })
    expect(reply.json).not.toHaveProperty('own_note')
    const after = await detail(id)
    expect(after).toMatchObject({ name: 'web-base-13', created_at: before.created_at })
    expect(Date.parse(String(after.updated_at)) - Date.parse(String(before.updated_at))).toBeGreaterThan(
      58_000,
    )
  })

  test.each([
    [add('name', ''), 'IMG.0013'],
    [replace('name', 'x'.repeat(129)), 'IMG.0002'],
    [replace('name', 'Ünïcode'), 'IMG.0003'],
    [replace('name', ' padded'), 'IMG.0003'],
    [add('__description', 'x'.repeat(1025)), 'IMG.0004'],
    [add('__description', 'a<b'), 'IMG.0054'],
    [add('hw_firmware_type', 'efi'), 'IMG.0141'],
    [replace('min_ram', 1.5), 'IMG.0055'],
    [replace('min_ram', '12x'), 'IMG.0055'],
    [[...replace('min_ram', 4096), ...add('max_ram', '2048')], 'IMG.0055'],
    [add('enterprise_project_id', 'none'), 'IMG.0155'],
    [add('__is_config_init', true), 'IMG.0001'],
    [replace('hw_firmware_type', 'uefi'), 'IMG.0035'],
    [[{ op: 'remove', path: '/max_ram' }], 'IMG.0035'],
    [[{ op: 'remove', path: '/name' }], 'IMG.0035'],
    [replace('constructor', 'x'), 'IMG.0035'],
    [add('min_disk', 80), 'IMG.0035'],
    [add('protected', true), 'IMG.0035'],
    [add('tags', []), 'IMG.0035'],
    [add('visibility', 'public'), 'IMG.0035'],
    [add('__os_version', 'x'), 'IMG.0035'],
    [add('ownThing', 'capitals'), 'IMG.0035'],
    [add('__support_xen_hana', 'true'), 'IMG.0035'],
    [add('__support_kvm_infiniband', 'true'), 'IMG.0035'],
    [[], 'IMG.0001'],
    [{ name: 'x' }, 'IMG.0001'],
    [[{ op: 'test', path: '/name', value: 'x' }], 'IMG.0001'],
    [[{ op: 'add', path: 'name', value: 'x' }], 'IMG.0001'],
    [[{ op: 'add', path: '/name' }], 'IMG.0001'],
    ['', 'IMG.0007'],
    ['[', 'IMG.0001'],
  ])('%j is %s and changes nothing', async (body, code) => {
    const id = await put({ name: 'kept' })
    const before = await detail(id)
    expect(await patch(id, body)).toMatchObject(refusal(code))
    expect(await detail(id)).toEqual(before)
  })

  test('only the owner, only with the right, only while active', async () => {
    const id = await put()
    const body = replace('name', 'x')
    expect(await patch(id, body, await sim.signIn('reader'))).toMatchObject(refusal('IMG.0026', 403))
    expect(await patch(UNKNOWN, body)).toMatchObject(refusal('IMG.0027'))
    expect(await patch(await publicId(), body)).toMatchObject(refusal('IMG.0047'))
    const lab = await sim.signIn('demo', 'eu-de_lab')
    expect(await patch(id, body, lab)).toMatchObject(refusal('IMG.0027'))
    const shared = await put({ members: [{ project: 'eu-de_lab', status: 'accepted' }] })
    expect(await patch(shared, body, lab)).toMatchObject(refusal('IMG.0047'))
    for (const status of ['queued', 'saving', 'killed', 'deactivated']) {
      expect(await patch(await put({ status }), body)).toMatchObject(refusal('IMG.0046'))
    }
  })

  test('of a data disk only name and description, of an Arm image never to bios', async () => {
    const data = await put({ virtual_env_type: 'DataImage' })
    expect(await patch(data, replace('name', 'renamed'))).toMatchObject({ status: 200 })
    expect(await patch(data, replace('min_ram', 1024))).toMatchObject(refusal('IMG.0168'))
    const arm = await put({ __support_arm: 'true', hw_firmware_type: 'uefi' })
    expect(await patch(arm, replace('hw_firmware_type', 'bios'))).toMatchObject(refusal('IMG.0141'))
  })

  test('no body whatever makes anything but 200 or a 400 with a code', async () => {
    const id = await put()
    const anyStep = fc.record(
      {
        op: fc.constantFrom('add', 'replace', 'remove', 'move'),
        path: fc.oneof(
          fc.string().map((text) => `/${text}`),
          fc.constantFrom('/name', '/min_ram', '/__proto__'),
        ),
        value: fc.jsonValue(),
      },
      { requiredKeys: ['op', 'path'] },
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.array(anyStep, { maxLength: 3 }), fc.jsonValue()), async (body) => {
        const reply = await patch(id, JSON.stringify(body))
        expect([200, 400]).toContain(reply.status)
        if (reply.status === 400)
          expect(reply.json).toMatchObject({ error: { code: expect.stringMatching(/^IMG\./) } })
      }),
      { numRuns: 200 },
    )
  })
})

describe('DELETE /v2/images/{id}', () => {
  test('is at once and for good, with or without a body', async () => {
    for (const body of [undefined, { delete_backup: true }, {}]) {
      const id = await put()
      expect(await remove(id, demo, body)).toMatchObject({ status: 204, text: '' })
      expect(await sim.ims(`/v2/images/${id}`, { token: demo.token })).toMatchObject({ status: 404 })
      expect(await remove(id)).toMatchObject({ status: 404 })
    }
  })

  test('refuses what is protected, public, not one’s own or being made', async () => {
    const lab = await sim.signIn('demo', 'eu-de_lab')
    const id = await put({ members: [{ project: 'eu-de_lab', status: 'accepted' }] })
    expect(await remove(id, await sim.signIn('reader'))).toMatchObject(refusal('IMG.0026', 403))
    expect(await remove(id, lab)).toMatchObject(refusal('IMG.0092'))
    expect(await remove(await publicId())).toMatchObject(refusal('IMG.0094'))
    expect(await remove(await put({ protected: true }))).toMatchObject(refusal('IMG.0028'))
    for (const status of ['queued', 'saving']) {
      expect(await remove(await put({ status }))).toMatchObject(refusal('IMG.0090'))
    }
    expect(await remove(id, demo, '{')).toMatchObject(refusal('IMG.0001'))
    expect(await remove(id, demo, { delete_backup: 'yes' })).toMatchObject(refusal('IMG.0001'))
    for (const deletable of [id, await put({ status: 'killed' }), await put({ status: 'deactivated' })]) {
      expect(await remove(deletable)).toMatchObject({ status: 204 })
    }
    expect(await sim.ims(`/v2/images/${id}`, { token: lab.token })).toMatchObject({ status: 404 })
  })

  test('an image being imported cannot be deleted, a failed one can', async () => {
    const body = { name: 'x', image_url: 'ims-image:faulty/not-a-disk.qcow2', min_disk: 40 }
    await sim.ims('/v2/cloudimages/action', { token: demo.token, body })
    await sim.advance(10)
    const listed = async () =>
      z
        .object({ images: z.array(z.looseObject({ id: z.string(), status: z.string() })) })
        .parse((await sim.ims('/v2/cloudimages?name=x', { token: demo.token })).json).images
    const [made] = await listed()
    expect(await remove(made?.id ?? '')).toMatchObject(refusal('IMG.0090'))
    for (let step = 0; step < 40 && (await listed())[0]?.status !== 'killed'; step += 1) await sim.advance(10)
    expect(await remove(made?.id ?? '')).toMatchObject({ status: 204 })
    expect(await listed()).toEqual([])
  })

  test('refusals are Glance’s by profile or by name', async () => {
    const id = await put({ protected: true }, glance)
    const session = await glance.signIn()
    const reply = await glance.ims(`/v2/images/${id}`, { method: 'DELETE', token: session.token })
    expect(reply).toMatchObject({ status: 403, json: undefined })
    expect(reply.text).toMatch(/^<\?xml .*<forbidden code="403"><message>/s)
    await sim.control('/faults', { body: { named: 'glance-refusals' } })
    expect((await remove(await put({ status: 'queued' }))).status).toBe(409)
    await sim.control('/faults', { method: 'DELETE' })
  })
})

describe('PATCH /v2/images/{id}', () => {
  test('takes name, description and own attributes, in both of its forms', async () => {
    const id = await put()
    const reply = await patchNatively(sim, id, [...replace('name', 'native'), ...add('colour', 'blue')])
    expect(reply).toMatchObject({
      status: 200,
      json: { name: 'native', colour: 'blue', __image_location: expect.any(String) },
    })
    const old = { 'Content-Type': 'application/openstack-images-v2.0-json-patch' }
    const renamed = await patchNatively(sim, id, [{ replace: '/name', value: 'older' }], old)
    expect(renamed).toMatchObject({ status: 200, json: { name: 'older' } })
    expect(await patchNatively(sim, id, replace('name', 'x'), old)).toMatchObject(refusal('IMG.0001'))
  })

  test('another media type is 415, another attribute 403, an unknown image 404', async () => {
    const id = await put()
    const plain = { 'Content-Type': 'application/json' }
    expect((await patchNatively(sim, id, replace('name', 'x'), plain)).status).toBe(415)
    for (const name of ['protected', 'tags', 'min_disk', 'hw_Thing', '__os_version']) {
      const reply = await patchNatively(sim, id, add(name, 'x'))
      expect(reply).toMatchObject({ status: 403, json: undefined })
      expect(reply.text).toContain('<forbidden code="403">')
    }
    expect((await patchNatively(sim, UNKNOWN, replace('name', 'x'))).status).toBe(404)
    expect((await patchNatively(sim, id, replace('nothing', 'x'))).status).toBe(409)
    expect(await patchNatively(sim, id, replace('name', 'a<b'))).toMatchObject(refusal('IMG.0003'))
  })

  test('with profile glance protection and tags change too, and values have types', async () => {
    const id = await put({}, glance)
    const reply = await patchNatively(glance, id, [
      ...replace('protected', true),
      ...replace('tags', ['a', 'a', 'b=c']),
    ])
    expect(reply).toMatchObject({ status: 200, json: { protected: true, tags: ['a', 'b=c'] } })
    const session = await glance.signIn()
    expect((await glance.ims(`/v2/images/${id}`, { method: 'DELETE', token: session.token })).status).toBe(
      403,
    )
    expect((await patchNatively(glance, id, replace('protected', 'yes'))).status).toBe(400)
    expect((await patchNatively(glance, id, replace('status', 'active'))).status).toBe(403)
    expect((await patchNatively(glance, id, add('__anything', 'goes'))).status).toBe(200)
  })
})
