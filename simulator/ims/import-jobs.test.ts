import { writeFile } from 'node:fs/promises'
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
const job = (id: string) => sim.ims(`/v1/${demo.projectId}/jobs/${id}`, { token: demo.token })
const imagesNamed = async (name: string) => {
  const reply = await sim.ims(`/v2/cloudimages?owner=${demo.projectId}&name=${name}`, { token: demo.token })
  return z
    .object({ images: z.array(z.looseObject({ id: z.string(), status: z.string() })) })
    .parse(reply.json).images
}

describe('a job and its image', () => {
  test('go from INIT to SUCCESS in 20 to 40 minutes, the image from queued over saving to active', async () => {
    const id = await accepted(SYSTEM, { ...good, image_tags: [{ key: 'team', value: ' web ' }] })
    expect(await job(id)).toMatchObject({
      status: 200,
      json: {
        job_id: id,
        job_type: 'imsImportImageJob',
        status: 'INIT',
        begin_time: expect.stringMatching(/\.\d{3}Z$/),
        end_time: null,
        error_code: null,
        fail_reason: null,
      },
    })
    expect(await imagesNamed('centos-7')).toEqual([])
    await sim.advance(4)
    expect((await job(id)).json).toMatchObject({ status: 'RUNNING', entities: { image_name: 'centos-7' } })
    expect(await imagesNamed('centos-7')).toMatchObject([{ status: 'queued', __image_size: '0' }])
    await sim.advance(10 * 60)
    expect(await imagesNamed('centos-7')).toMatchObject([{ status: 'saving' }])
    await sim.advance(9 * 60)
    expect((await job(id)).json).toMatchObject({ status: 'RUNNING' })
    await sim.advance(21 * 60)
    const [image] = await imagesNamed('centos-7')
    expect((await job(id)).json).toMatchObject({
      status: 'SUCCESS',
      end_time: expect.stringMatching(/\.\d{3}Z$/),
      error_code: null,
      entities: { image_id: image?.id, image_name: 'centos-7' },
    })
    expect(image).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      name: 'centos-7',
      status: 'active',
      owner: demo.projectId,
      visibility: 'private',
      protected: false,
      min_disk: 40,
      min_ram: 0,
      disk_format: 'zvhd2',
      container_format: 'bare',
      tags: ['team=web'],
      virtual_env_type: 'FusionCompute',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      active_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      __os_type: 'Linux',
      __os_version: 'CentOS 7.0 64bit',
      __os_bit: '64',
      __platform: 'CentOS',
      __imagetype: 'private',
      __isregistered: 'true',
      __image_size: expect.stringMatching(/^[1-9]\d+$/),
      __root_origin: 'file',
      __data_origin: 'file,ims-image:centos70.qcow2',
      enterprise_project_id: '0',
    })
    expect(Object.keys(image ?? {})).toContainEqual(expect.stringMatching(/^__x_/))
    const detail = await sim.ims(`/v2/images/${image?.id}`, { token: demo.token })
    expect(detail).toMatchObject({
      status: 200,
      json: { id: image?.id, __image_location: expect.any(String) },
    })
  })

  test('speed shortens a running job and never sets it back', async () => {
    const id = await accepted(SYSTEM, good)
    await sim.advance(10 * 60)
    await sim.control('/clock', { body: { speed: 60 } })
    expect((await job(id)).json).toMatchObject({ status: 'RUNNING' })
    await sim.advance(30)
    expect((await job(id)).json).toMatchObject({ status: 'SUCCESS' })
  })

  test('a data disk and an ISO come out as what they are', async () => {
    const data = await accepted(DATA, {
      name: 'data',
      image_url: 'ims-image:data-volume.qcow2',
      min_disk: 20,
      os_type: 'Windows',
    })
    await accepted(SYSTEM, {
      ...good,
      name: 'iso',
      type: 'IsoImage',
      image_url: 'ims-image:installer.iso',
      hw_firmware_type: 'uefi',
    })
    await sim.advance(3600)
    expect((await job(data)).json).toMatchObject({ job_type: 'imsImportDataImageJob', status: 'SUCCESS' })
    expect(await imagesNamed('data')).toMatchObject([{ virtual_env_type: 'DataImage', __os_type: 'Windows' }])
    expect(await imagesNamed('iso')).toMatchObject([
      { virtual_env_type: 'IsoImage', hw_firmware_type: 'uefi', status: 'active' },
    ])
  })

  test('the quick import takes RAW with its bitmap, in minutes', async () => {
    const body = { ...good, name: 'fast', image_url: 'ims-image:fast/system.raw', min_disk: 10 }
    const id = await accepted(QUICK, body)
    const noOs = { name: 'fast-2', image_url: body.image_url, min_disk: 10, type: 'DataImage' }
    await accepted(QUICK, noOs)
    await sim.advance(10 * 60)
    expect((await job(id)).json).toMatchObject({ status: 'SUCCESS' })
    expect(await imagesNamed('fast-2')).toMatchObject([{ virtual_env_type: 'DataImage' }])
  })

  test.each([
    ['debian-12-uefi.qcow2', 20],
    ['build-4412/debian-10-postgres.vhd', 41],
    ['build-4412/ubuntu-18.04-web.vmdk', 30],
    ['faulty/virtual-size-80-gb.qcow2', 80],
  ])('%s imports with min_disk %i and not with one less', async (key, minDisk) => {
    const image_url = `ims-image:${key}`
    const right = await accepted(SYSTEM, { ...good, name: 'right', image_url, min_disk: minDisk })
    const less = await accepted(SYSTEM, { ...good, name: 'less', image_url, min_disk: minDisk - 1 })
    await sim.advance(3600)
    expect((await job(right)).json).toMatchObject({ status: 'SUCCESS' })
    expect((await job(less)).json).toMatchObject({ status: 'FAIL', error_code: 'IMG.0055' })
  })
})

describe('a job that fails', () => {
  test('leaves a killed image for a minute', async () => {
    const id = await accepted(SYSTEM, { ...good, image_url: 'ims-image:faulty/not-a-disk.qcow2' })
    await sim.advance(110)
    expect((await job(id)).json).toMatchObject({ status: 'RUNNING', error_code: null })
    // To the end to the second, which is told: 2 to 6 minutes.
    let reply = await job(id)
    for (let step = 0; step < 50 && reply.text.includes('RUNNING'); step += 1) {
      await sim.advance(10)
      reply = await job(id)
    }
    expect(reply.json).toMatchObject({
      status: 'FAIL',
      error_code: 'IMG.0072',
      fail_reason: expect.stringMatching(/./),
      entities: {},
      end_time: expect.any(String),
    })
    const ran = Date.parse(textOf(reply.json, 'end_time')) - Date.parse(textOf(reply.json, 'begin_time'))
    expect(ran).toBeGreaterThanOrEqual(2 * 60_000)
    expect(ran).toBeLessThanOrEqual(6 * 60_000)
    expect(await imagesNamed('centos-7')).toMatchObject([{ status: 'killed' }])
    await sim.advance(61)
    expect(await imagesNamed('centos-7')).toEqual([])
  })

  const textOf = (json: unknown, member: string) =>
    z.string().parse(z.record(z.string(), z.unknown()).parse(json)[member])

  test.each([
    ['faulty/not-a-disk.qcow2', 'IMG.0072'],
    ['faulty/compressed-inside.qcow2', 'IMG.0072'],
    ['faulty/descriptor-only.vmdk', 'IMG.0072'],
    ['faulty/iso-named.qcow2', 'IMG.0122'],
    ['faulty/backing-file.qcow2', 'IMG.1075'],
    ['faulty/encrypted.qcow2', 'IMG.1075'],
    ['faulty/cut-short.qcow2', 'IMG.1075'],
    ['faulty/larger-than-1024-gb.qcow2', 'IMG.0111'],
    ['faulty/virtual-size-80-gb.qcow2', 'IMG.0055'],
  ])('%s ends in %s', async (key, code) => {
    const id = await accepted(SYSTEM, { ...good, image_url: `ims-image:${key}` })
    await sim.advance(3600)
    expect((await job(id)).json).toMatchObject({ status: 'FAIL', error_code: code })
  })

  test.each([
    [SYSTEM, { ...good, type: 'IsoImage' }, 'IMG.0072'],
    [QUICK, good, 'IMG.0072'],
    [QUICK, { ...good, image_url: 'ims-image:faulty/no-bitmap.raw' }, 'IMG.0057'],
    [SYSTEM, { ...good, is_quick_import: true }, 'IMG.0072'],
  ])('%s with %o ends in %s', async (path, body, code) => {
    const id = await accepted(path, body)
    await sim.advance(3600)
    expect((await job(id)).json).toMatchObject({ status: 'FAIL', error_code: code })
  })

  test('archives are refused by name at once, and in the job where names are not looked at', async () => {
    for (const key of ['faulty/compressed.qcow2.gz', 'faulty/appliance.ova']) {
      const body = { ...good, image_url: `ims-image:${key}` }
      expect(await send(SYSTEM, body)).toMatchObject(refusal('IMG.0072'))
    }
    await sim.control('/faults', { body: { named: 'formats-by-content' } })
    for (const key of ['faulty/compressed.qcow2.gz', 'faulty/appliance.ova']) {
      const id = await accepted(SYSTEM, { ...good, image_url: `ims-image:${key}` })
      await sim.advance(600)
      expect((await job(id)).json).toMatchObject({ status: 'FAIL', error_code: 'IMG.0072' })
    }
  })

  test('the name decides nothing in the job, but for zvhd2', async () => {
    const folder = join(sim.dataFolder, 'ims-image')
    await writeFile(join(folder, 'odd.zvhd2'), 'a header nobody has published')
    const id = await accepted(QUICK, { ...good, image_url: 'ims-image:odd.zvhd2' })
    await sim.advance(3600)
    expect((await job(id)).json).toMatchObject({ status: 'SUCCESS' })
  })
})
