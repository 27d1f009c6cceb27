import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ObjectListView } from '@/lib/buckets/view'
import { imageFilePlace } from '@/lib/images/image-file'
import { bucketRows, countWords, covers, type Folder, folderRows, isTakable, rowUp } from './rows'

const place = (prefix: string): Folder => ({ kind: 'bucket', bucket: 'ims-image', prefix })
const page = (folders: string[], keys: string[]): ObjectListView => ({
  folders,
  files: keys.map((key) => ({ key, sizeBytes: 1, changedAt: null, storageClass: 'STANDARD' })),
  next: null,
})
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

test('buckets that begin with the search come before those that only hold it', () => {
  const buckets = ['archive', 'ims-archive', 'images', 'my-images'].map((name) => ({
    name,
    createdAt: null,
    region: null,
  }))
  expect(names(bucketRows(buckets, 'IMAGES'))).toEqual(['images', 'my-images'])
  expect(names(bucketRows(buckets, 'arch'))).toEqual(['archive', 'ims-archive'])
  expect(bucketRows(buckets, '')).toHaveLength(4)
  expect(bucketRows(buckets, 'ima')[0]).toMatchObject({ address: 'images:' })
})

test('a folder shows names without its own, and writes whole addresses', () => {
  const rows = folderRows([page(['build/a/'], ['build/b.raw'])], place('build/'))
  expect(rows).toMatchObject([
    { kind: 'folder', name: 'a/', address: 'ims-image:build/a/' },
    { kind: 'file', name: 'b.raw', address: 'ims-image:build/b.raw' },
  ])
})

test('what was read for fewer letters is narrowed to more of them', () => {
  const pages = [page(['deb/'], ['debian.raw']), page([], ['devuan.raw', 'fedora.raw'])]
  expect(names(folderRows(pages, place('deb')))).toEqual(['deb/', 'debian.raw'])
  expect(names(folderRows(pages, place('de')))).toEqual(['deb/', 'debian.raw', 'devuan.raw'])
})

test.each([
  ['', 'deb', true],
  ['build/', 'build/deb', true],
  ['build/d', 'build/deb', true],
  ['deb', '', false],
  ['', 'build/', false],
  ['build/', 'build/sub/', false],
])('what was read for %j covers %j: %s', (read, wanted, covered) => {
  expect(covers(place(read), place(wanted))).toBe(covered)
})

test('another bucket covers nothing', () => {
  expect(covers({ ...place(''), bucket: 'other' }, place(''))).toBe(false)
})

test.each([
  ['', 'Back to buckets', ''],
  ['deb', 'Back to buckets', ''],
  ['build-4412/', 'Up to ims-image', 'ims-image:'],
  ['build-4412/deb', 'Up to ims-image', 'ims-image:'],
  ['build-4412/web/', 'Up to build-4412/', 'ims-image:build-4412/'],
  ['a//', 'Up to a/', 'ims-image:a/'],
])('from %j the way up is %s', (prefix, name, address) => {
  expect(rowUp(place(prefix))).toEqual({ kind: 'up', name, address })
})

test('going up ends among the buckets, from however deep', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '/', ':', 'ö'), maxLength: 40 }), (prefix) => {
      // IMS takes no key that begins with a slash, and two of them after the colon are a scheme's.
      fc.pre(!prefix.startsWith('/'))
      let folder = place(prefix)
      for (let level = 0; level <= prefix.length; level += 1) {
        const above = imageFilePlace(rowUp(folder).address)
        if (above?.kind === 'buckets') return
        if (!above) throw new Error('a way up that leads nowhere')
        expect(above.prefix.length).toBeLessThan(folder.prefix.length)
        folder = above
      }
      throw new Error('no end')
    }),
  )
})

test.each([
  ['ims-image:disk.raw', true],
  ['ims-image:my disk.raw', false],
  ['ims-image:a:b.raw', false],
  // Read, it is the file without the blank.
  ['ims-image:disk.raw ', false],
])('whether IMS can be given %j: %s', (address, takable) => {
  expect(isTakable(address)).toBe(takable)
})

test('entries are counted in words', () => {
  const rows = folderRows([page(['a/', 'b/'], ['c.raw'])], place(''))
  expect(countWords([rowUp(place('')), ...rows])).toBe('2 folders, 1 file')
  expect(countWords([rowUp(place(''))])).toBeNull()
})
