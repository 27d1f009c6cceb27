import { deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inflate } from './inflate.ts'
import { unpackWith } from './unpack.ts'

const MAX = 64 * 1024
/** Runs and noise: what makes a compressor use copies, codes of its own, and stored blocks. */
const content = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(255).map((byte) => new Uint8Array(900).fill(byte)),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => Buffer.concat(pieces))

test('gives what zlib packed, at every level', () =>
  fc.assert(
    fc.property(content, fc.integer({ min: 0, max: 9 }), (bytes, level) => {
      expect(Buffer.from(inflate(deflateRawSync(bytes, { level }), MAX)).equals(bytes)).toBe(true)
    }),
    { numRuns: 60 },
  ))

test('what follows the end of the stream is left alone', () => {
  const packed = Buffer.concat([deflateRawSync(Buffer.from('disk '.repeat(50))), Buffer.alloc(400, 0xa5)])
  expect(Buffer.from(inflate(packed, MAX)).toString()).toBe('disk '.repeat(50))
})

test('input that is cut off gives its beginning', () =>
  fc.assert(
    fc.property(content, fc.double({ min: 0, max: 1, noNaN: true }), (bytes, part) => {
      const packed = deflateRawSync(bytes)
      const start = inflate(packed.subarray(0, Math.floor(packed.length * part)), MAX)
      expect(bytes.subarray(0, start.length).equals(start)).toBe(true)
    }),
    { numRuns: 60 },
  ))

test('never gives more than was asked for, whatever the input says', () => {
  expect(inflate(deflateRawSync(Buffer.alloc(10 * 1024 * 1024)), 1000)).toHaveLength(1000)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (noise) => {
      expect(inflate(noise, 4096).length).toBeLessThanOrEqual(4096)
    }),
  )
})

test('a gzip header with a file name is passed over', () => {
  const packed = gzipSync(Buffer.from('inside'))
  const named = Buffer.concat([
    packed.subarray(0, 3),
    Buffer.from([8]),
    packed.subarray(4, 10),
    Buffer.from('disk.img\0'),
    packed.subarray(10),
  ])
  expect(Buffer.from(unpackWith(null).gzip(named, 100)).toString()).toBe('inside')
})
