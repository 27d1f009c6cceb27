import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { objectsQuery, readBuckets, readObjects } from './read.ts'
import type { ObjectListView } from './view.ts'

// No test waits for time; this is for machines that build at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
beforeEach(async () => {
  globalThis.slipwayOncePerProcess?.delete('bucket-regions')
  await scene.reset()
})
afterAll(() => scene.stop())

async function page(prefix: string, after?: string): Promise<ObjectListView> {
  const result = await readObjects(scene.session(), { bucket: 'ims-image', prefix, after })
  if (!result.ok) throw new Error(result.error.error.title)
  return result.value
}

test('the buckets of all regions, each with its own, asked once', async () => {
  const list = () => readBuckets(scene.session())
  expect(await list()).toEqual({
    ok: true,
    value: {
      buckets: [
        { name: 'archive-nl', createdAt: expect.any(Number), region: 'eu-nl' },
        { name: 'ims-image', createdAt: expect.any(Number), region: 'eu-de' },
      ],
    },
  })
  await list()
  expect(await scene.calls('HEAD /{bucket}')).toBe(2)
})

test('a region that cannot be asked is not known, and the list is there all the same', async () => {
  await scene.fault({ method: 'HEAD', path: '/{bucket}', status: 403, times: 2 })
  expect(await readBuckets(scene.session())).toMatchObject({
    ok: true,
    value: { buckets: [{ region: null }, { region: null }] },
  })
})

test('who may not list buckets is told so, with a problem of its own', async () => {
  await scene.fault({
    method: 'GET',
    path: '/',
    status: 403,
    body: '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
  })
  expect(await readBuckets(scene.session())).toMatchObject({
    ok: false,
    error: { problem: 'forbidden', error: { code: 'AccessDenied', title: 'OBS does not allow this' } },
  })
})

test('a folder shows its folders and files, not itself', async () => {
  const fast = await page('fast/')
  expect(fast.files.map(({ key }) => key)).toEqual(['fast/system.mf', 'fast/system.raw'])
  expect(fast.files[1]).toMatchObject({ sizeBytes: 10 * 1024 ** 3, storageClass: 'STANDARD' })
  const top = await page('')
  expect(top.folders).toContain('faulty/')
  expect(top.next).toBeNull()
})

test('a folder’s own empty object is hidden, an empty file is not', async () => {
  await scene.fault({
    method: 'GET',
    path: '/{bucket}',
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<ListBucketResult><Name>ims-image</Name><Prefix>a/</Prefix><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>
      <Contents><Key>a/</Key><Size>0</Size></Contents><Contents><Key>a/empty.raw</Key><Size>0</Size></Contents></ListBucketResult>`,
  })
  expect((await page('a/')).files.map(({ key }) => key)).toEqual(['a/empty.raw'])
})

test('more than a page is told, and what comes after it is the rest', async () => {
  const folder = join(scene.simulator.dataFolder, 'ims-image', 'many')
  mkdirSync(folder)
  for (let n = 0; n < 1005; n += 1) writeFileSync(join(folder, `${String(n).padStart(4, '0')}.raw`), '')
  const first = await page('many/')
  expect(first.files).toHaveLength(1000)
  if (first.next === null) throw new Error('no next page')
  const second = await page('many/', first.next)
  expect(second.files.map(({ key }) => key)).toEqual(
    [1000, 1001, 1002, 1003, 1004].map((n) => `many/${n}.raw`),
  )
  expect(second.next).toBeNull()
})

test.each([
  ['nothing-here', 'not-found', 'NoSuchBucket'],
  ['not-yours', 'forbidden', 'AccessDenied'],
  ['archive-nl', 'bad-request', 'PermanentRedirect'],
])('%s cannot be opened: %s', async (bucket, problem, code) => {
  const result = await readObjects(scene.session(), { bucket, prefix: '', after: undefined })
  expect(result).toMatchObject({ ok: false, error: { problem, error: { code } } })
})

test.each([
  { bucket: '..' },
  { bucket: 'a' },
  { bucket: 'ok-name', prefix: 'x'.repeat(1025) },
  { bucket: '1.2.3.4' },
])('the query %j is refused before anything is called', (query) => {
  expect(z.safeParse(objectsQuery, query).success).toBe(false)
})
