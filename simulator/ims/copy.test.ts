import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { gatewayError, type Session, startForTests, type TestSimulator } from '../client-for-tests.ts'

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

const KEY = '11111111-1111-4111-8111-111111111111'
const DEFAULT_KEY = '55555555-5555-4555-8555-555555555555'
const put = async (properties: object = {}) =>
  z.object({ id: z.string() }).parse((await sim.control('/images', { body: properties })).json).id
const start = (id: string, body: unknown, session = demo) =>
  sim.ims(`/v1/cloudimages/${id}/copy`, { token: session.token, body })
const jobId = (reply: { json: unknown }) => z.object({ job_id: z.string() }).parse(reply.json).job_id
const job = (id: string, session = demo) =>
  sim.ims(`/v1/${session.projectId}/jobs/${id}`, { token: session.token })
const named = async (name: string, session = demo) => {
  const query = new URLSearchParams({ owner: session.projectId, name })
  const reply = await sim.ims(`/v2/cloudimages?${query}`, { token: session.token })
  return z
    .object({ images: z.array(z.looseObject({ id: z.string(), status: z.string() })) })
    .parse(reply.json).images
}
const refusal = (code: string, status = 400) => ({
  status,
  json: { error: { code, message: expect.any(String) } },
})

describe('a copy', () => {
  test('comes into being as an import does', async () => {
    const id = await put({
      name: 'source',
      min_disk: 20,
      hw_firmware_type: 'uefi',
      protected: true,
      tags: ['team=web'],
      members: [{ project: 'eu-de_lab', status: 'accepted' }],
    })
    const started = jobId(await start(id, { name: 'copy', description: 'kept' }))
    await sim.advance(4)
    expect((await job(started)).json).toMatchObject({
      job_type: 'imsCopyImageInRegionJob',
      status: 'RUNNING',
      entities: { image_name: 'copy' },
    })
    expect(await named('copy')).toMatchObject([{ status: 'queued', __image_size: '0' }])
    await sim.advance(1200)
    const [copy] = await named('copy')
    expect((await job(started)).json).toMatchObject({
      status: 'SUCCESS',
      entities: { image_id: copy?.id, image_name: 'copy' },
    })
    expect(copy).toMatchObject({
      status: 'active',
      visibility: 'private',
      protected: false,
      tags: [],
      min_disk: 20,
      hw_firmware_type: 'uefi',
      __description: 'kept',
      __image_size: '1342177280',
    })
    expect(copy?.id).not.toBe(id)
  })

  test('encrypts, decrypts and changes the key', async () => {
    const plain = await put()
    const secret = await put({ __system__cmkid: KEY })
    await start(plain, { name: 'encrypted', cmk_id: KEY })
    await start(secret, { name: 'decrypted' })
    await start(secret, { name: 'other-key', cmk_id: DEFAULT_KEY })
    expect(await start(secret, { name: 'same-key', cmk_id: KEY })).toMatchObject(refusal('IMG.0096'))
    await sim.advance(1200)
    expect(await named('encrypted')).toMatchObject([{ __system__cmkid: KEY }])
    expect((await named('decrypted'))[0]).not.toHaveProperty('__system__cmkid')
    expect(await named('other-key')).toMatchObject([{ __system__cmkid: DEFAULT_KEY }])
  })

  test('of an accepted shared image becomes one’s own', async () => {
    const lab = await sim.signIn('demo', 'eu-de_lab')
    const offered = await put({ members: [{ project: 'eu-de_lab' }] })
    const accepted = await put({ members: [{ project: 'eu-de_lab', status: 'accepted' }] })
    const secret = await put({
      __system__cmkid: KEY,
      members: [{ project: 'eu-de_lab', status: 'accepted' }],
    })
    expect(await start(offered, { name: 'x' }, lab)).toMatchObject(refusal('IMG.0196'))
    expect(await start(secret, { name: 'x' }, lab)).toMatchObject(refusal('IMG.0197'))
    await start(accepted, { name: 'kept' }, lab)
    await sim.advance(1200)
    expect(await named('kept', lab)).toMatchObject([
      { status: 'active', owner: lab.projectId, visibility: 'private' },
    ])
  })

  test.each([
    [{ virtual_env_type: 'IsoImage' }, {}, 'IMG.0167'],
    [{ __whole_image: 'true' }, {}, 'IMG.0130'],
    [{ visibility: 'public' }, {}, 'IMG.0083'],
    [{ status: 'queued' }, {}, 'IMG.0046'],
    [{ __image_size: String(129 * 2 ** 30) }, {}, 'IMG.0105'],
    [{ __system__cmkid: '22222222-2222-4222-8222-222222222222' }, {}, 'IMG.0102'],
    [{ virtual_env_type: 'Ironic' }, { cmk_id: KEY }, 'IMG.0118'],
    [{}, { cmk_id: '22222222-2222-4222-8222-222222222222' }, 'IMG.0097'],
    [{}, { cmk_id: 'unheard-of' }, 'IMG.0095'],
    [{}, { name: undefined }, 'IMG.0013'],
    [{}, { name: 'x/y' }, 'IMG.0003'],
    [{}, { description: '<' }, 'IMG.0054'],
    [{}, { enterprise_project_id: 'x' }, 'IMG.0155'],
  ])('of %j with %j is %s', async (properties, change, code) => {
    expect(await start(await put(properties), { name: 'copy', ...change })).toMatchObject(refusal(code))
  })

  test('needs the right, and room: five at once, and the quota of images', async () => {
    const id = await put()
    expect(await start(id, { name: 'x' }, await sim.signIn('reader'))).toMatchObject(refusal('IMG.0026', 403))
    for (let index = 0; index < 5; index += 1)
      expect((await start(id, { name: `c${index}` })).status).toBe(200)
    expect(await start(id, { name: 'sixth' })).toMatchObject(refusal('IMG.0060'))
    await sim.advance(1200)
    for (let count = 6; count < 50; count += 1) await put()
    expect(await start(id, { name: 'over' })).toMatchObject(refusal('IMG.0015'))
  })

  test('that fails leaves a killed image for a minute, as an import does', async () => {
    const fault = { job: 'imsCopyImageInRegionJob', code: 'IMG.0014', reason: 'Storage went away' }
    await sim.control('/faults', { body: fault })
    const started = jobId(await start(await put(), { name: 'copy' }))
    for (let step = 0; step < 60 && (await named('copy'))[0]?.status !== 'killed'; step += 1)
      await sim.advance(10)
    expect((await job(started)).json).toMatchObject({
      status: 'FAIL',
      error_code: 'IMG.0014',
      fail_reason: 'Storage went away',
    })
    await sim.advance(61)
    expect(await named('copy')).toEqual([])
  })

  test('to another region is a call that does not exist', async () => {
    const path = `/v1/cloudimages/${await put()}/cross_region_copy`
    expect(await sim.ims(path, { token: demo.token, body: { name: 'x', region: 'eu-nl' } })).toMatchObject({
      status: 404,
      json: gatewayError('APIGW.0101'),
    })
  })
})
