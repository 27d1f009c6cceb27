import { expect, test } from 'vitest'
import { endedTitle } from './ended-words'

const ENDED = { id: 'a', imageName: 'debian-10', endedAt: 0, imageId: null }

test.each([
  ['succeeded', null, 'Import succeeded: debian-10'],
  ['failed', 'IMG.1075', 'Import failed: debian-10 (IMG.1075)'],
  ['failed', null, 'Import failed: debian-10'],
] as const)('%s with the code %s', (state, code, words) => {
  expect(endedTitle({ ...ENDED, state, code })).toBe(words)
})
