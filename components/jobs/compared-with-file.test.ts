import { beforeAll, expect, test } from 'vitest'
import { bytesInMemory } from '@/lib/disk-image/bytes-in-memory'
import { inspect } from '@/lib/disk-image/inspect'
import type { Inspection } from '@/lib/disk-image/inspection'
import { comparedWithFile } from './compared-with-file'
import { REQUEST as request } from './job-fixture.test-data'

let file: Inspection
beforeAll(async () => {
  const blank = await inspect(bytesInMemory(new Uint8Array(4096)), { fileName: 'x.raw' })
  file = { ...blank, virtualSizeBytes: 2_147_912_704, minDiskGb: 3 }
})

test('the size in the file stands beside the minimum disk that was asked for', () => {
  expect(comparedWithFile('minDiskGb', file, { ...request, minDiskGb: 2 })).toBe(
    'The file says 2.0004\u00a0GiB, minimum disk was 2\u00a0GB.',
  )
})

test('a size that fits cannot be what IMS saw', () => {
  expect(comparedWithFile('minDiskGb', file, { ...request, minDiskGb: 3 })).toMatch(/has changed since/)
})

test('a failure of something else is not compared with the file', () => {
  expect(comparedWithFile('imageName', file, request)).toBeNull()
  expect(comparedWithFile(null, file, request)).toBeNull()
  expect(comparedWithFile('osVersion', file, request)).toBeNull()
})
