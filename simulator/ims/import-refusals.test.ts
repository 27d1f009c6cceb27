import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
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

const SYSTEM = '/v2/cloudimages/action'
const DATA = '/v1/cloudimages/dataimages/action'
const QUICK = '/v2/cloudimages/quickimport/action'
const good = {
  name: 'centos-7',
  image_url: 'ims-image:centos70.qcow2',
  min_disk: 40,
  os_version: 'CentOS 7.0 64bit',
}
const send = (path: string, body: unknown, session = demo) => sim.ims(path, { token: session.token, body })
const refusal = (code: string, status = 400) => ({
  status,
  json: { error: { code, message: expect.any(String) } },
})

async function accepted(path: string, body: unknown): Promise<string> {
  const reply = await send(path, body)
  expect(reply).toMatchObject({ status: 200, json: { job_id: expect.stringMatching(/^[0-9a-f]{32}$/) } })
  return z.object({ job_id: z.string() }).parse(reply.json).job_id
}

describe('refusals at once', () => {
  const long = (length: number) => 'x'.repeat(length)
  const of = (url: string) => ({ ...good, image_url: url })
  const tags = (count: number) => Array.from({ length: count }, (_, index) => `key${index}.value`)

  test.each<[string, unknown, string]>([
    ['no body', '', 'IMG.0007'],
    ['no JSON', '{', 'IMG.0001'],
    ['an array', [], 'IMG.0001'],
    ['no name', { ...good, name: undefined }, 'IMG.0013'],
    ['an empty name', { ...good, name: '' }, 'IMG.0013'],
    ['a long name', { ...good, name: long(129) }, 'IMG.0002'],
    ['a name with a slash', { ...good, name: 'a/b' }, 'IMG.0003'],
    ['a name with a blank at its end', { ...good, name: 'a ' }, 'IMG.0003'],
    ['a long description', { ...good, description: long(1025) }, 'IMG.0004'],
    ['a description of two lines', { ...good, description: 'a\nb' }, 'IMG.0054'],
    ['no address', { ...good, image_url: undefined }, 'IMG.0017'],
    ['an address without colon', of('centos70.qcow2'), 'IMG.0017'],
    ['an address with a scheme', of('https://ims-image/centos70.qcow2'), 'IMG.0017'],
    ['no bucket', of(':centos70.qcow2'), 'IMG.0068'],
    ['a bucket in capitals', of('IMS-image:centos70.qcow2'), 'IMG.0109'],
    ['a blank in the key', of('ims-image:a b.qcow2'), 'IMG.0175'],
    ['min_disk as text', { ...good, min_disk: '40' }, 'IMG.0055'],
    ['min_disk 0', { ...good, min_disk: 0 }, 'IMG.0055'],
    ['min_disk 1025', { ...good, min_disk: 1025 }, 'IMG.0055'],
    ['no min_disk', { ...good, min_disk: undefined }, 'IMG.0055'],
    ['a negative min_ram', { ...good, min_ram: -1 }, 'IMG.0055'],
    ['an unknown type', { ...good, type: 'VM' }, 'IMG.0024'],
    ['an unknown os_type', { ...good, os_type: 'BeOS' }, 'IMG.0122'],
    ['an unlisted os_version', { ...good, os_version: 'CentOS 7.0' }, 'IMG.0056'],
    ['an ISO without os_version', { ...good, type: 'IsoImage', os_version: undefined }, 'IMG.0166'],
    ['a quick one without os_version', { ...good, is_quick_import: true, os_version: undefined }, 'IMG.0056'],
    ['an unknown firmware', { ...good, hw_firmware_type: 'efi' }, 'IMG.0141'],
    ['Arm with bios', { ...good, architecture: 'arm', hw_firmware_type: 'bios' }, 'IMG.0141'],
    ['an unknown architecture', { ...good, architecture: 'riscv' }, 'IMG.0212'],
    ['a bad tag', { ...good, tags: ['a b'] }, 'IMG.0115'],
    ['a tag without key', { ...good, image_tags: [{ key: '', value: 'x' }] }, 'IMG.0115'],
    ['a long value', { ...good, image_tags: [{ key: 'k', value: long(44) }] }, 'IMG.0115'],
    ['eleven tags', { ...good, tags: tags(11) }, 'IMG.0116'],
    ['both kinds of tags', { ...good, tags: ['a.b'], image_tags: [] }, 'IMG.0115'],
    ['a flag that is text', { ...good, is_config: 'true' }, 'IMG.0001'],
    ['an unknown bucket', of('no-such-bucket:x.qcow2'), 'IMG.0069'],
    ['a forbidden bucket', of('not-yours:secret.qcow2'), 'IMG.0069'],
    ['a bucket of another region', of('archive-nl:old-server.qcow2'), 'IMG.0058'],
    ['an unknown object', of('ims-image:nothing.qcow2'), 'IMG.0121'],
    ['an empty object', of('ims-image:faulty/empty.qcow2'), 'IMG.0057'],
    ['an object above 128 GB', of('ims-image:faulty/larger-than-128-gb.raw'), 'IMG.0059'],
    ['an unknown key', { ...good, cmk_id: '44444444-4444-4444-8444-444444444444' }, 'IMG.0095'],
    ['a disabled key', { ...good, cmk_id: '22222222-2222-4222-8222-222222222222' }, 'IMG.0097'],
    ['a forbidden key', { ...good, cmk_id: '33333333-3333-4333-8333-333333333333' }, 'IMG.0099'],
    ['a key for BMS', { ...good, type: 'BMS', cmk_id: '11111111-1111-4111-8111-111111111111' }, 'IMG.0118'],
  ])('%s', async (_, body, code) => {
    expect(await send(SYSTEM, body)).toMatchObject(refusal(code))
  })

  test('data disks go to 2048 GB, quick ones to 1024, and know no system Other', async () => {
    const data = { name: 'd', image_url: 'ims-image:data-volume.qcow2', min_disk: 2048 }
    await accepted(DATA, data)
    expect(await send(DATA, { ...data, min_disk: 2049 })).toMatchObject(refusal('IMG.0055'))
    expect(await send(DATA, { ...data, os_type: 'Other' })).toMatchObject(refusal('IMG.0122'))
    expect(await send(QUICK, { ...data, type: 'DataImage' })).toMatchObject(refusal('IMG.0055'))
    expect(await send(QUICK, { ...data, min_disk: 20 })).toMatchObject(refusal('IMG.0056'))
  })

  test('an object above 128 GB goes by the quick import, not above 1 TB', async () => {
    const url = 'ims-image:faulty/larger-than-128-gb.raw'
    await accepted(QUICK, { ...of(url), min_disk: 200 })
    const huge = join(sim.dataFolder, 'ims-image', 'huge.raw')
    await writeFile(huge, '')
    await truncate(huge, 1025 * 2 ** 30)
    expect(await send(QUICK, of('ims-image:huge.raw'))).toMatchObject(refusal('IMG.0059'))
  })

  test('the first violation in the documented order decides', async () => {
    const wrong = { name: 'a/b', description: '<', image_url: 'x', min_disk: 0, type: 'VM', os_version: 'x' }
    const repaired = [
      ['IMG.0003', {}],
      ['IMG.0054', { name: 'a' }],
      ['IMG.0017', { description: '' }],
      ['IMG.0055', { image_url: 'ims-image:nothing.gz' }],
      ['IMG.0024', { min_disk: 40 }],
      ['IMG.0056', { type: 'ECS' }],
      ['IMG.0121', { os_version: 'CentOS 7.0 64bit' }],
    ] as const
    let body = wrong
    for (const [code, change] of repaired) {
      body = { ...body, ...change }
      expect(await send(SYSTEM, body)).toMatchObject(refusal(code))
    }
  })

  test('40 running tasks are the limit, 50 images the quota', async () => {
    for (let index = 0; index < 40; index += 1) await accepted(SYSTEM, { ...good, name: `i${index}` })
    expect(await send(SYSTEM, good)).toMatchObject(refusal('IMG.0060'))
    await sim.advance(3600)
    for (let index = 40; index < 50; index += 1) await accepted(SYSTEM, { ...good, name: `i${index}` })
    expect(await send(SYSTEM, good)).toMatchObject(refusal('IMG.0015'))
    const quota = await sim.ims('/v1/cloudimages/quota', { token: demo.token })
    expect(quota).toMatchObject({
      status: 200,
      json: {
        quotas: {
          resources: expect.arrayContaining([
            expect.objectContaining({ type: 'image', used: 50, quota: 50 }),
          ]),
        },
      },
    })
  })

  test('who lacks the right gets 403 IMG.0026, and may still read', async () => {
    const reader = await sim.signIn('reader')
    for (const path of [SYSTEM, DATA, QUICK]) {
      expect(await send(path, good, reader)).toMatchObject(refusal('IMG.0026', 403))
    }
    expect((await sim.ims('/v2/cloudimages', { token: reader.token })).status).toBe(200)
  })

  test('unknown members are ignored and counted', async () => {
    await accepted(SYSTEM, { ...good, colour: 'blue' })
    const state = await sim.control('/state')
    expect(state.json).toMatchObject({ unknown_members: { 'system colour': 1 } })
  })
})
