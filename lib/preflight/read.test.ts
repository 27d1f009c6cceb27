import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { findingsOf } from '../disk-image/findings.ts'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { preflightFindings } from './findings.ts'
import { readPreflight } from './read.ts'
import { findLastLook } from './rows.ts'
import type { PreflightView } from './view.ts'

// No test waits for time; this is for machines that build at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.stop())

const GET = 'GET /{bucket}/{key}'
const object = { method: 'GET', path: '/{bucket}/{key}' }
const GOOD = { bucket: 'ims-image', key: 'centos70.qcow2' }

type Choices = Parameters<typeof readPreflight>[3]
const read = (file: Partial<typeof GOOD> = {}, choices?: Choices) =>
  readPreflight(scene.db(), scene.session(), { ...GOOD, ...file }, choices)

const ids = ({ objectFindings }: PreflightView) =>
  objectFindings
    .filter(({ severity }) => severity !== 'passed')
    .map(({ severity, id }) => `${severity} ${id}`)
const titles = (view: PreflightView) =>
  view.objectFindings.filter(({ severity }) => severity !== 'passed').map(({ title }) => title)

onEachStore((emptyStore) => {
  beforeEach(() => scene.reset(emptyStore))

  describe('a file that is fine', () => {
    test('passes each check of bucket and object, and is told from at most 8 reads', async () => {
      const view = await read()
      expect(view.objectFindings.map(({ severity, check }) => `${severity} ${check}`)).toEqual([
        'passed bucket',
        'passed bucket-region',
        'passed storage-class',
        'passed object',
      ])
      expect(view).toMatchObject({
        file: GOOD,
        object: { storageClass: 'STANDARD', etag: expect.stringMatching(/^[0-9a-f-]+$/) },
        inspection: { fileName: 'centos70.qcow2', format: 'qcow2', minDiskGb: 40 },
      })
      expect(view.inspection?.reads.count).toBe(await scene.calls(GET))
      expect(await scene.calls(GET)).toBeLessThanOrEqual(8)
    })
  })

  describe('the demo bucket', () => {
    test.each([
      ['debian-12-uefi.qcow2', []],
      ['data-volume.qcow2', []],
      ['build-4412/debian-10-postgres.vhd', ['min-disk']],
      ['build-4412/ubuntu-18.04-web.vmdk', []],
      ['faulty/virtual-size-80-gb.qcow2', ['min-disk']],
      ['faulty/larger-than-1024-gb.qcow2', ['disk-limit', 'min-disk']],
      ['faulty/larger-than-128-gb.raw', ['file-limit', 'min-disk']],
      ['faulty/not-a-disk.qcow2', ['extension']],
      ['faulty/empty.qcow2', ['format']],
      ['faulty/compressed.qcow2.gz', ['format']],
      ['faulty/compressed-inside.qcow2', ['format']],
      ['faulty/appliance.ova', ['format']],
      ['faulty/backing-file.qcow2', ['stands-alone']],
      ['faulty/encrypted.qcow2', ['encryption']],
      ['faulty/cut-short.qcow2', ['complete']],
      ['faulty/descriptor-only.vmdk', ['stands-alone']],
      ['installer.iso', []],
      ['fast/system.raw', []],
    ])('%s is blocked by what its name says: %j', async (key, checks) => {
      const { inspection, objectFindings } = await read({ key })
      if (!inspection) throw new Error('not inspected')
      const findings = [
        ...objectFindings,
        ...findingsOf(inspection, { kind: 'system', minDiskGb: 40, quickImport: false }),
      ]
      const blocking = findings.filter(({ severity }) => severity === 'blocks').map(({ check }) => check)
      expect([...new Set(blocking)].sort()).toEqual(checks)
    })
  })

  describe('the bitmap that a quick import of a RAW file wants', () => {
    const withQuickImport = async (key: string) => {
      const view = await read({ key })
      return preflightFindings(view, { kind: 'system', quickImport: true }).filter(
        ({ check }) => check === 'quick-import',
      )
    }

    test('is looked for beside the file', async () => {
      const [there] = await withQuickImport('fast/system.raw')
      expect(there?.severity).toBe('passed')
      const [missing] = await withQuickImport('faulty/no-bitmap.raw')
      expect(missing).toMatchObject({ id: 'no-bitmap', severity: 'blocks', overridable: true })
      expect(missing?.title).toBe('There is no bitmap file no-bitmap.mf beside the file.')
    })

    test('is looked for again although the file is the same version', async () => {
      const key = 'faulty/no-bitmap.raw'
      expect((await read({ key })).hasBitmap).toBe(false)
      const bitmap = join(scene.simulator.dataFolder, 'ims-image', 'faulty', 'no-bitmap.mf')
      writeFileSync(bitmap, '')
      expect((await read({ key })).hasBitmap).toBe(true)
      rmSync(bitmap)
    })

    test('is not known where OBS does not say', async () => {
      await scene.fault({ method: 'HEAD', path: '/ims-image/fast/system.mf', status: 403 })
      const [unseen] = await withQuickImport('fast/system.raw')
      expect(unseen?.severity).toBe('unknown')
    })

    test('is nothing to a file of another format, or to an ordinary import', async () => {
      expect((await read()).hasBitmap).toBeNull()
      const view = await read({ key: 'faulty/no-bitmap.raw' })
      expect(preflightFindings(view, { quickImport: false }).map(({ id }) => id)).not.toContain('no-bitmap')
    })
  })

  test('an installer that is called a disk is told by its content', async () => {
    const { inspection } = await read({ key: 'faulty/iso-named.qcow2' })
    if (!inspection) throw new Error('not inspected')
    const found = findingsOf(inspection, { kind: 'system', madeFor: 'cloud-server' })
    expect(found).toContainEqual(expect.objectContaining({ id: 'iso', severity: 'warns' }))
  })

  describe('what cannot be reached', () => {
    test.each([
      [{ bucket: 'nothing-here' }, 'blocks no-bucket', 'There is no bucket called nothing-here.'],
      [
        { bucket: 'not-yours', key: 'secret.qcow2' },
        'blocks foreign-bucket',
        'The bucket not-yours belongs to another account.',
      ],
      [
        { bucket: 'archive-nl', key: 'old-server.qcow2' },
        'blocks bucket-region',
        'The bucket archive-nl is in eu-nl. IMS in eu-de cannot read it.',
      ],
      [{ key: 'nothing.qcow2' }, 'blocks no-file', 'There is no file nothing.qcow2 in ims-image.'],
    ])('%j: %s', async (file, id, title) => {
      const view = await read(file)
      expect(ids(view)).toEqual([id])
      expect(titles(view)).toEqual([title])
      expect(view).toMatchObject({ object: null, inspection: null })
      expect(await scene.calls(GET)).toBe(0)
    })

    test('a file that may be listed but not read is not known, and blocks nothing', async () => {
      await scene.fault({ method: 'HEAD', path: '/{bucket}/{key}', status: 403 })
      const view = await read()
      expect(ids(view)).toEqual(['unknown file-forbidden'])
      expect(titles(view)).toEqual(['You may list ims-image but not read centos70.qcow2.'])
      expect(view.object?.sizeBytes).toBeGreaterThan(0)
    })

    test('a 403 for a file that a listing does not have means that there is none', async () => {
      await scene.fault({ method: 'HEAD', path: '/{bucket}/{key}', status: 403 })
      expect(ids(await read({ key: 'nothing.qcow2' }))).toEqual(['blocks no-file'])
    })

    test('a bucket that may not be looked at is not said to be another account’s without proof', async () => {
      await scene.fault({ method: 'HEAD', path: '/{bucket}', status: 403 })
      await scene.fault({ method: 'HEAD', path: '/{bucket}/{key}', status: 403 })
      await scene.fault({ method: 'GET', path: '/', status: 403 })
      expect(ids(await read())).toEqual(['unknown bucket-unknown'])
    })

    test('a file is inspected although its bucket may not be looked at', async () => {
      await scene.fault({ method: 'HEAD', path: '/{bucket}', status: 403 })
      const view = await read()
      expect(ids(view)).toEqual(['unknown bucket-unknown', 'unknown storage-class-unknown'])
      expect(view.inspection?.format).toBe('qcow2')
    })

    test.each([
      ['a Warm bucket', '/{bucket}', { 'x-default-storage-class': 'STANDARD_IA' }, ['blocks bucket-class']],
      [
        'a parallel file system',
        '/{bucket}',
        { 'x-default-storage-class': 'STANDARD', 'x-obs-fs-file-interface': 'Enabled' },
        ['warns parallel-file-system'],
      ],
      [
        'no word of class and region',
        '/{bucket}',
        {},
        ['unknown bucket-region-unknown', 'unknown storage-class-unknown'],
      ],
    ])('%s', async (_, path, headers, expected) => {
      const region =
        Object.keys(headers).length > 0 ? { 'x-amz-bucket-region': 'eu-de' } : { 'x-obs-version': '3.0' }
      await scene.fault({ method: 'HEAD', path, status: 200, body: '', headers: { ...region, ...headers } })
      expect(ids(await read())).toEqual(expected)
    })

    test.each([
      ['a Cold object', { 'x-amz-storage-class': 'GLACIER' }, ['blocks object-cold'], 0],
      ['a Warm object', { 'x-amz-storage-class': 'STANDARD_IA' }, ['warns object-class'], 1],
      [
        'a key of the owner’s own',
        { 'x-amz-server-side-encryption-customer-algorithm': 'AES256' },
        ['blocks sse-c'],
        0,
      ],
    ])('%s', async (_, headers, expected, reads) => {
      const etag = `"${(await read()).object?.etag}"`
      const before = await scene.calls(GET)
      const common = { ETag: etag, 'Last-Modified': new Date().toUTCString(), 'Content-Length': '0' }
      await scene.fault({
        method: 'HEAD',
        path: '/{bucket}/{key}',
        status: 200,
        body: '',
        headers: { ...common, ...headers },
      })
      const view = await read({}, { fresh: true })
      expect(ids(view)).toEqual(expected)
      // The answer above says that the object is empty: a readable one is inspected, and costs no read.
      expect(view.inspection === null).toBe(reads === 0)
      expect(await scene.calls(GET)).toBe(before)
    })
  })

  describe('a read that fails', () => {
    const short = { status: 206, body: 'QFI', headers: { 'content-range': 'bytes 0-2/9999', etag: '"x"' } }
    test.each([
      [
        'is refused',
        { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' },
        'unknown read-refused',
      ],
      ['is cut off each time', { drop: 'before', times: 9 }, 'unknown read-interrupted'],
      ['is ignored', { status: 200, body: 'x'.repeat(1000) }, 'unknown range-ignored'],
      ['gives less', { ...short, headers: { 'content-range': 'bytes 0-2/9999' } }, 'unknown range-short'],
      ['lies outside', { status: 416 }, 'unknown range-refused'],
      ['finds OBS broken', { status: 500, times: 9 }, 'unknown read-failed'],
      [
        'finds the file gone',
        { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' },
        'blocks no-file',
      ],
    ])('because it %s is told as that', async (_, fault, id) => {
      await scene.fault({ ...object, ...fault })
      const view = await read()
      expect(ids(view)).toEqual([id])
      expect(view.inspection).toBeNull()
      expect(view.object).not.toBeNull()
    })

    test('because it takes too long is told as that, and does not hold the person up', async () => {
      await scene.fault({ ...object, delayMs: 60_000 })
      const view = await read({}, { deadlines: { wholeMs: 5_000, readMs: 150 } })
      expect(ids(view)).toEqual(['unknown read-slow'])
    })

    test('ends with the whole look’s own deadline too', async () => {
      await scene.fault({ method: 'HEAD', path: '/{bucket}', delayMs: 60_000 })
      await scene.fault({ method: 'HEAD', path: '/{bucket}/{key}', delayMs: 60_000 })
      const view = await read({}, { deadlines: { wholeMs: 150, readMs: 60_000 } })
      expect(ids(view)).toEqual(['unknown read-slow'])
    })

    test('stops when the person has gone', async () => {
      await scene.fault({ ...object, delayMs: 60_000 })
      const gone = new AbortController()
      const reading = read({}, { signal: gone.signal })
      const ended = expect(reading).rejects.toThrow()
      await vi.waitFor(async () => expect(await scene.calls('GET /{bucket}/{key}')).toBe(1))
      gone.abort()
      await ended
      expect(await findLastLook(scene.db(), scene.session(), GOOD)).toBeNull()
    })

    test('because the file changed begins once more, with the new version', async () => {
      await scene.fault({ ...object, status: 412 })
      const view = await read()
      expect(ids(view)).toEqual([])
      expect(view.inspection?.format).toBe('qcow2')
      expect(await scene.calls('HEAD /{bucket}/{key}')).toBe(2)
    })

    test('because the file changes again and again says so', async () => {
      await scene.fault({ ...object, status: 412, times: 9 })
      const view = await read()
      expect(titles(view)).toEqual(['The file changed while it was read.'])
      expect(await scene.calls('HEAD /{bucket}/{key}')).toBe(2)
    })

    test('with keys that have ended begins again with new ones, though HEAD says no more than 403', async () => {
      await read()
      await scene.fault({ method: 'HEAD', path: '/{bucket}', status: 403 })
      await scene.fault({ method: 'HEAD', path: '/{bucket}/{key}', status: 403 })
      await scene.fault({
        method: 'GET',
        path: '/',
        status: 403,
        body: '<Error><Code>InvalidSecurity</Code></Error>',
      })
      expect(ids(await read())).toEqual([])
      expect(await scene.calls('POST /v3.0/OS-CREDENTIAL/securitytokens')).toBe(2)
    })

    test('for want of keys is told as that', async () => {
      await scene.fault({
        service: 'iam',
        method: 'POST',
        path: '/v3.0/OS-CREDENTIAL/securitytokens',
        status: 403,
      })
      expect(ids(await read())).toEqual(['unknown no-keys'])
    })
  })

  describe('what was read before', () => {
    test('is not read again while the object is the same, though bucket and object are looked at', async () => {
      const first = await read()
      const reads = await scene.calls(GET)
      const second = await read()
      expect(await scene.calls(GET)).toBe(reads)
      expect(await scene.calls('HEAD /{bucket}/{key}')).toBe(2)
      expect(second).toEqual(first)
    })

    test('is read again when asked for, and when the object is another', async () => {
      const key = 'changing.raw'
      const path = join(scene.simulator.dataFolder, 'ims-image', key)
      writeFileSync(path, Buffer.alloc(4096))
      await read({ key })
      await read({ key }, { fresh: true })
      expect(await scene.calls(GET)).toBe(2)
      writeFileSync(path, Buffer.alloc(4096, 1))
      utimesSync(path, new Date(), new Date(Date.now() + 5_000))
      await read({ key })
      expect(await scene.calls(GET)).toBe(3)
    })

    test('is not shown to who may not see the object', async () => {
      await read()
      await scene.fault({ method: 'HEAD', path: '/{bucket}', status: 403 })
      await scene.fault({ method: 'HEAD', path: '/{bucket}/{key}', status: 403 })
      expect((await read()).inspection).toBeNull()
    })

    test('stays when a later look fails for a while, and goes when the file is gone', async () => {
      await read()
      await scene.fault({ ...object, status: 500, times: 9 })
      expect((await read({}, { fresh: true })).inspection).toBeNull()
      const kept = () => findLastLook(scene.db(), scene.session(), GOOD)
      expect((await kept())?.view.inspection).not.toBeNull()
      await scene.fault({ method: 'HEAD', path: '/{bucket}/{key}', status: 404 })
      await read()
      expect((await kept())?.view.inspection).toBeNull()
    })

    test('by a version with other words is not used', async () => {
      await read()
      const reads = await scene.calls(GET)
      await scene.db().updateTable('inspection').set({ view: '{"file":{}}' }).execute()
      expect((await read()).inspection?.format).toBe('qcow2')
      expect(await scene.calls(GET)).toBe(reads * 2)
    })

    test('goes after a month', async () => {
      await read()
      await scene
        .db()
        .updateTable('inspection')
        .set({ checked_at: Date.now() - 31 * 24 * 3_600_000 })
        .execute()
      await read({ key: 'data-volume.qcow2' })
      const rows = await scene.db().selectFrom('inspection').select('object_key').execute()
      expect(rows).toEqual([{ object_key: 'data-volume.qcow2' }])
    })
  })
})
