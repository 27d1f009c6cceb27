import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IMAGE_ADDRESS } from '../cloud/rules.ts'
import { HOSTILE, MEGABYTE } from '../import/drafts.fixture.ts'
import { formatImageFile, imageFilePlace, imageNameFromKey, parseImageFile } from './image-file.ts'

const read = (text: string) => {
  const parsed = parseImageFile(text)
  return parsed.ok ? formatImageFile(parsed.value) : parsed.error
}

test.each([
  ['ims-image:disk.vhd', 'ims-image:disk.vhd'],
  ['  ims-image:build/disk.vhd\n', 'ims-image:build/disk.vhd'],
  ['ims-image/build/disk.vhd', 'ims-image:build/disk.vhd'],
  ['obs://ims-image/build/disk.vhd', 'ims-image:build/disk.vhd'],
  ['S3://ims-image/disk%20one.vhd', 'ims-image:disk%20one.vhd'],
  ['https://ims-image.obs.eu-de.otc.t-systems.com/build/disk.vhd', 'ims-image:build/disk.vhd'],
  ['https://obs.eu-nl.otc.t-systems.com/ims-image/build/disk.vhd', 'ims-image:build/disk.vhd'],
  [
    'https://ims-image.obs.eu-ch2.sc.otc.t-systems.com:443/disk.vhd?AccessKeyId=x&Expires=1#y',
    'ims-image:disk.vhd',
  ],
  ['https://obs.eu-ch2.sc.otc.t-systems.com/ims-image/disk.vhd', 'ims-image:disk.vhd'],
  ['HTTPS://My.Bucket.OBS.eu-de.otc.t-systems.com/Disk.VHD', 'my.bucket:Disk.VHD'],
  ['https://ims-image.obs.eu-de.otc.t-systems.com/gr%C3%B6%C3%9Fe%2Fa%2Bb.raw', 'ims-image:größe/a+b.raw'],
])('%s is read as %s', (text, address) => {
  expect(read(text)).toBe(address)
})

const EXAMPLE = 'ims-image:debian-10.qcow2'
const BUCKET = 'It has 3 to 63 characters: a to z, 0 to 9, - and .'

test.each([
  ['', 'Choose an image file.'],
  [' \n', 'Choose an image file.'],
  ['disk.vhd', `Name bucket and file, such as ${EXAMPLE}.`],
  [':disk.vhd', `Name the bucket before the file, such as ${EXAMPLE}.`],
  ['ims-image:', 'Name the file in ims-image, such as ims-image:debian-10.qcow2.'],
  [
    'https://ims-image.obs.eu-de.otc.t-systems.com',
    'Name the file in ims-image, such as ims-image:debian-10.qcow2.',
  ],
  [
    'https://obs.eu-de.otc.t-systems.com/ims-image',
    'Name the file in ims-image, such as ims-image:debian-10.qcow2.',
  ],
  ['IMS-Image:disk.vhd', `Check the bucket name IMS-Image. ${BUCKET}`],
  ['ab:disk.vhd', `Check the bucket name ab. ${BUCKET}`],
  ['-ab:disk.vhd', `Check the bucket name -ab. ${BUCKET}`],
  ['a..b:disk.vhd', `Check the bucket name a..b. ${BUCKET}`],
  ['10.0.0.1:disk.vhd', `Check the bucket name 10.0.0.1. ${BUCKET}`],
  [`${'a'.repeat(64)}:disk.vhd`, `Check the bucket name. ${BUCKET}`],
  ['ims\0image:disk.vhd', `Check the bucket name ims·image. ${BUCKET}`],
  ['../etc/passwd', `Check the bucket name ... ${BUCKET}`],
  ['ims-image:my disk.vhd', 'File and folder names cannot contain spaces.'],
  [
    'https://ims-image.obs.eu-de.otc.t-systems.com/my%20disk.vhd',
    'File and folder names cannot contain spaces.',
  ],
  ['ims-image:a\u00a0b', 'Remove the no-break space (U+00A0) from the file name.'],
  ['ims-image:a\u200fb', 'Remove the right-to-left mark (U+200F) from the file name.'],
  ['ims-image:a\0b', 'Remove the NUL character (U+0000) from the file name.'],
  ['ims-image:a\nb', 'Remove the line break (U+000A) from the file name.'],
  ['ims-image:\ud83d', 'Remove the broken character (U+D83D) from the file name.'],
  ['ims-image:a:b', 'Use a file without : in its name. IMS reads the : as the end of the bucket name.'],
  ['ims-image:/disk.vhd', 'Remove the / before the file name.'],
  ['ims-image//disk.vhd', 'Remove the / before the file name.'],
  ['ims-image:build/', 'Name the file in this folder. A name with / at its end is a folder.'],
  ['ims-image:build/../disk.vhd', 'Write the path without . and .. parts. OBS takes them as names.'],
  [
    'ftp://ims-image/disk.vhd',
    `Write it as bucket:file, such as ${EXAMPLE}. IMS reads files from OBS buckets only.`,
  ],
  [
    'https://evil.example/ims-image/disk.vhd',
    'Use an address of OBS, https://bucket.obs.eu-de.otc.t-systems.com/file, or bucket:file.',
  ],
  [
    'https://obs.eu-de.otc.t-systems.com@evil.example/a/b',
    'Use an address of OBS, https://bucket.obs.eu-de.otc.t-systems.com/file, or bucket:file.',
  ],
  [
    'https://ims-image.obs.eu-de.otc.t-systems.com/100%.vhd',
    'Check the % signs in the address. Each stands for an encoded character, such as %2F.',
  ],
])('%j is refused: %s', (text, message) => {
  expect(parseImageFile(text)).toEqual({ ok: false, error: message })
})

test('what is too long is refused by its length, in bytes of UTF-8', () => {
  expect(read(MEGABYTE)).toBe('Use a shorter address. A file name has at most 1024 bytes.')
  expect(read(`ims-image:${'ü'.repeat(513)}`)).toBe('Use a file name of at most 1024 bytes (now 1026).')
})

test('a key of exactly 1024 bytes, an emoji and a script tag are file names', () => {
  for (const key of ['ü'.repeat(512), '😀.raw', '<script>']) {
    expect(parseImageFile(`ims-image:${key}`)).toEqual({ ok: true, value: { bucket: 'ims-image', key } })
  }
})

test('no text makes reading throw, and what is read is an address IMS takes and reads back the same', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...HOSTILE),
    fc.string().map((key) => `ims-image:${key}`),
    fc.webUrl(),
    fc.string().map((path) => `https://ims-image.obs.eu-de.otc.t-systems.com/${path}`),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const parsed = parseImageFile(typed)
      if (!parsed.ok) return
      const address = formatImageFile(parsed.value)
      expect(address).toMatch(IMAGE_ADDRESS)
      expect(parseImageFile(address)).toEqual(parsed)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['build-4412/debian-10-postgres.vhd', 'debian-10-postgres'],
  ['disk.raw.GZ', 'disk'],
  ['ubuntu-22.04', 'ubuntu-22.04'],
  ['größe(2)@x.qcow2', 'gr-e-2-x'],
  ['😀.raw', ''],
  ['.vhd', ''],
])('the file %s suggests the image name %s', (key, name) => {
  expect(imageNameFromKey(key)).toBe(name)
})

test('a suggested name ends at 128 characters', () => {
  expect(imageNameFromKey(`${'x'.repeat(200)}.vmdk`)).toBe('x'.repeat(128))
})

const buckets = (search: string) => ({ kind: 'buckets', search })
const inBucket = (bucket: string, prefix: string) => ({ kind: 'bucket', bucket, prefix })

test.each([
  ['', buckets('')],
  ['  ', buckets('')],
  ['ims', buckets('ims')],
  ['IMS', buckets('IMS')],
  ['ims-image:', inBucket('ims-image', '')],
  ['ims-image/', inBucket('ims-image', '')],
  [' ims-image:build-4412/deb', inBucket('ims-image', 'build-4412/deb')],
  ['ims-image/build-4412/', inBucket('ims-image', 'build-4412/')],
  ['ims-image/a:b', inBucket('ims-image', 'a:b')],
  ['ims-image:my disk', inBucket('ims-image', 'my disk')],
  ['https', buckets('https')],
  ['https:/', null],
  ['https://ims-image.obs.eu-de.otc.t-systems.com/build/', null],
  ['OBS://ims-image/build', null],
  ['ftp://ims-image/build', null],
  [':disk', null],
  ['ab:disk', null],
  ['IMS-Image:disk', null],
  [`ims-image:${'ö'.repeat(513)}`, null],
])('%j is looked for in %j', (text, place) => {
  expect(imageFilePlace(text)).toEqual(place)
})

/** Addresses as people have them, finished or not. */
const addresses = fc
  .tuple(
    fc.constantFrom('ims-image', 'a.b-c', 'Not-One', 'x', ''),
    fc.constantFrom(':', '/', ''),
    fc.string({ unit: fc.constantFrom('a', 'ö', '/', ':', '.', '-', ' ', '%'), maxLength: 30 }),
  )
  .map(([bucket, sign, key]) => `${bucket}${sign}${key}`)

test('the place of a finished address, written again, is the address', () => {
  fc.assert(
    fc.property(fc.oneof(addresses, fc.string()), (text) => {
      const place = imageFilePlace(text)
      const parsed = parseImageFile(text)
      if (!parsed.ok || !place) return
      if (place.kind !== 'bucket') throw new Error('a finished address names its bucket')
      expect({ bucket: place.bucket, key: place.prefix }).toEqual(parsed.value)
    }),
  )
})

test('an address leads to its file all the while it is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'ö', '/', '.', '-'), maxLength: 30 }), (typed) => {
      const parsed = parseImageFile(`ims-image:${typed}`)
      fc.pre(parsed.ok)
      for (let length = 0; length <= typed.length; length += 1)
        expect(imageFilePlace(`ims-image:${typed.slice(0, length)}`)).toEqual(
          inBucket('ims-image', typed.slice(0, length)),
        )
    }),
  )
})
