import { expect, test } from 'vitest'
import { sharedWithMax } from './share-rules.ts'

test.each([
  ['ims', false, 256],
  ['ims', true, 10],
  ['glance', false, null],
  ['glance', true, null],
] as const)('%s: an image, of a whole server: %s, is shared with at most %s', (api, isWholeServer, max) => {
  expect(sharedWithMax(api, { isWholeServer })).toBe(max)
})
