import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type Session, startForTests, type TestSimulator } from '../client-for-tests.ts'

let sim: TestSimulator
let demo: Session
let keys = 0
beforeAll(async () => {
  sim = await startForTests()
})
afterAll(() => sim.close())
beforeEach(async () => {
  await sim.control('/reset', { body: {} })
  demo = await sim.signIn()
  keys += 1
})

const GB = 2 ** 30
const put = async (properties: object = {}, of = sim) =>
  z.object({ id: z.string() }).parse((await of.control('/images', { body: properties })).json).id
const url = (name = 'disk.qcow2') => `ims-image:exports/${keys}/${name}`
const onDisk = (name = 'disk.qcow2') => join(sim.dataFolder, 'ims-image', 'exports', String(keys), name)
const start = (id: string, body: unknown, session = demo) =>
  sim.ims(`/v1/cloudimages/${id}/file`, { token: session.token, body })
const jobId = (reply: { json: unknown }) => z.object({ job_id: z.string() }).parse(reply.json).job_id
const job = (id: string, of = sim, session = demo) =>
  of.ims(`/v1/${session.projectId}/jobs/${id}`, { token: session.token })
const refusal = (code: string, status = 400) => ({
  status,
  json: { error: { code, message: expect.any(String) } },
})
const good = () => ({ bucket_url: url(), file_format: 'qcow2' })
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

describe('an export', () => {
  test('writes its object when the job ends, not before', async () => {
    const id = await put({ min_disk: 12 })
    const started = jobId(await start(id, good()))
    await sim.advance(60)
    expect((await job(started)).json).toMatchObject({
      job_type: 'imsNativeExportImageJob',
      status: 'RUNNING',
      entities: {},
    })
    expect(await exists(onDisk())).toBe(false)
    await sim.advance(1800)
    const ended = await job(started)
    expect(ended.json).toMatchObject({ status: 'SUCCESS', error_code: null })
    expect(z.object({ entities: z.unknown() }).parse(ended.json).entities).toEqual({ image_id: id })
    const head = await readFile(onDisk())
    expect(head.toString('latin1', 0, 4)).toBe('QFI\xfb')
    expect(head.readBigUInt64BE(24)).toBe(BigInt(12 * GB))
  })

  test.each(['qcow2', 'vhd', 'vmdk', 'zvhd'])(
    'to %s makes a file that can be imported again',
    async (format) => {
      const id = await put({ min_disk: 40, hw_firmware_type: 'uefi' })
      await start(id, { bucket_url: url(`disk.${format}`), file_format: format })
      await sim.advance(1800)
      const again = {
        name: 'again',
        image_url: url(`disk.${format}`),
        min_disk: 40,
        os_version: 'CentOS 7.0 64bit',
      }
      const reimport = await sim.ims('/v2/cloudimages/action', { token: demo.token, body: again })
      await sim.advance(3600)
      expect((await job(jobId(reimport))).json).toMatchObject({ status: 'SUCCESS' })
    },
  )

  test('a quick one is ZVHD2, names no format and takes more than 128 GB', async () => {
    const id = await put({ __image_size: String(200 * GB) })
    const quick = { bucket_url: url('big.zvhd2'), is_quick_export: true }
    expect(await start(id, { ...quick, file_format: 'zvhd' })).toMatchObject(refusal('IMG.0072'))
    expect(await start(id, good())).toMatchObject(refusal('IMG.0160'))
    const started = jobId(await start(id, quick))
    await sim.advance(7200)
    expect((await job(started)).json).toMatchObject({ status: 'SUCCESS' })
    expect(await exists(onDisk('big.zvhd2'))).toBe(true)
  })

  test('blocks another and deletion while it goes on', async () => {
    const id = await put()
    await start(id, good())
    expect(await start(id, { ...good(), bucket_url: url('second.qcow2') })).toMatchObject(refusal('IMG.0148'))
    const remove = () => sim.ims(`/v2/images/${id}`, { method: 'DELETE', token: demo.token })
    expect(await remove()).toMatchObject(refusal('IMG.0148'))
    await sim.advance(1800)
    expect((await remove()).status).toBe(204)
  })

  test('never overwrites: not at the call, nor what came meanwhile', async () => {
    const id = await put()
    const first = jobId(await start(id, good()))
    await sim.advance(60)
    await writeFile(join(sim.dataFolder, 'ims-image', 'note'), 'mine')
    await sim.advance(1800)
    expect((await job(first)).json).toMatchObject({ status: 'SUCCESS' })
    expect(await start(id, good())).toMatchObject(refusal('IMG.0070'))
    const second = jobId(await start(id, { ...good(), bucket_url: url('late.qcow2') }))
    await writeFile(onDisk('late.qcow2'), 'mine')
    await sim.advance(1800)
    expect((await job(second)).json).toMatchObject({ status: 'FAIL', error_code: 'IMG.0070' })
    expect(await readFile(onDisk('late.qcow2'), 'utf8')).toBe('mine')
  })

  test('fails when asked to, and writes nothing', async () => {
    const fault = { job: 'imsNativeExportImageJob', code: 'IMG.0061' }
    await sim.control('/faults', { body: fault })
    const started = jobId(await start(await put(), good()))
    await sim.advance(1800)
    expect((await job(started)).json).toMatchObject({ status: 'FAIL', error_code: 'IMG.0061' })
    expect(await exists(onDisk())).toBe(false)
    expect((await sim.control('/faults')).json).toEqual({ faults: [], named: [] })
  })

  test.each([
    [{ bucket_url: 'ims-image' }, 'IMG.0017'],
    [{ bucket_url: 'https://ims-image/x' }, 'IMG.0017'],
    [{ bucket_url: ':x' }, 'IMG.0068'],
    [{ bucket_url: 'IMS:x' }, 'IMG.0109'],
    [{ bucket_url: 'ims-image:' }, 'IMG.0073'],
    [{ bucket_url: `ims-image:${'x'.repeat(1025)}` }, 'IMG.0074'],
    [{ bucket_url: 'ims-image:a b' }, 'IMG.0075'],
    [{ bucket_url: 'ims-image:a/' }, 'IMG.0075'],
    [{ bucket_url: 'ims-image:a/../../b' }, 'IMG.0075'],
    [{ bucket_url: 'nothing-here:x' }, 'IMG.0069'],
    [{ bucket_url: 'not-yours:x' }, 'IMG.0069'],
    [{ bucket_url: 'archive-nl:x' }, 'IMG.0058'],
    [{ bucket_url: 'ims-image:centos70.qcow2' }, 'IMG.0070'],
    [{ file_format: 'raw' }, 'IMG.0072'],
    [{ file_format: undefined }, 'IMG.0072'],
    [{ bucket_url: undefined }, 'IMG.0001'],
  ])('%j is %s', async (change, code) => {
    expect(await start(await put(), { ...good(), ...change })).toMatchObject(refusal(code))
  })

  test.each([
    [{ status: 'saving' }, {}, 'IMG.0046'],
    [{ __whole_image: 'true' }, {}, 'IMG.0128'],
    [{ virtual_env_type: 'IsoImage' }, {}, 'IMG.0167'],
    [{ __originalimagename: 'a-public-one', __platform: 'Windows' }, {}, 'IMG.0079'],
    [{ __originalimagename: 'a-public-one', __platform: 'SUSE' }, {}, 'IMG.0079'],
    [{ __image_size: String(1024 * GB) }, { is_quick_export: true, file_format: undefined }, 'IMG.0071'],
    [
      { __system__cmkid: '11111111-1111-4111-8111-111111111111' },
      { is_quick_export: true, file_format: undefined },
      'IMG.0071',
    ],
  ])('of an image with %j, asked %j, is %s', async (properties, change, code) => {
    expect(await start(await put(properties), { ...good(), ...change })).toMatchObject(refusal(code))
  })

  test('of a public image, of another’s, without the right', async () => {
    const listed = await sim.ims('/v2/cloudimages?__imagetype=gold&limit=1', { token: demo.token })
    const [gold] = z.object({ images: z.array(z.object({ id: z.string() })) }).parse(listed.json).images
    expect(await start(gold?.id ?? '', good())).toMatchObject(refusal('IMG.0077'))
    const shared = await put({ owner: 'eu-de_lab', members: [{ project: 'eu-de_demo', status: 'accepted' }] })
    expect(await start(shared, good())).toMatchObject(refusal('IMG.0047'))
    expect(await start(await put(), good(), await sim.signIn('reader'))).toMatchObject(
      refusal('IMG.0026', 403),
    )
    const debian = await put({ __originalimagename: 'a-public-one', __platform: 'Debian' })
    expect((await start(debian, good())).status).toBe(200)
  })

  test('goes on over a restart', async () => {
    const data = await mkdtemp(join(tmpdir(), 'simulator-test-'))
    try {
      const first = await startForTests({ data })
      const session = await first.signIn()
      const id = await put({}, first)
      const reply = await first.ims(`/v1/cloudimages/${id}/file`, {
        token: session.token,
        body: { bucket_url: 'ims-image:kept.vhd', file_format: 'vhd' },
      })
      await first.close()
      const second = await startForTests({ data })
      await second.advance(1800)
      expect((await job(jobId(reply), second, session)).json).toMatchObject({ status: 'SUCCESS' })
      expect(await exists(join(data, 'ims-image', 'kept.vhd'))).toBe(true)
      await second.close()
    } finally {
      await rm(data, { recursive: true })
    }
  })
})
