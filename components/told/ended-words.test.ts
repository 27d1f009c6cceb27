import { expect, test } from 'vitest'
import { endedTitle } from './ended-words'

const ENDED = { id: 'a', work: 'import' as const, imageName: 'debian-10', endedAt: 0, imageId: null }

test.each([
  ['succeeded', null, 'Import succeeded: debian-10'],
  ['failed', 'IMG.1075', 'Import failed: debian-10 (IMG.1075)'],
  ['failed', null, 'Import failed: debian-10'],
] as const)('%s with the code %s', (state, code, words) => {
  expect(endedTitle({ ...ENDED, state, code })).toBe(words)
})

test('an export and a copy are called what they are', () => {
  expect(endedTitle({ ...ENDED, work: 'export', state: 'succeeded', code: null })).toBe(
    'Export succeeded: debian-10',
  )
  expect(endedTitle({ ...ENDED, work: 'copy', state: 'failed', code: null })).toBe('Copy failed: debian-10')
})
