import { expect, test } from 'vitest'
import { countWords } from './count-words.ts'

test.each([
  [{ matching: 41, loaded: 41, isFiltered: false, reading: 'done' }, '41 images'],
  [{ matching: 1, loaded: 1, isFiltered: false, reading: 'done' }, '1 image'],
  [{ matching: 12, loaded: 10_000, isFiltered: true, reading: 'done' }, '12 of 10,000 match'],
  [{ matching: 1, loaded: 9, isFiltered: true, reading: 'done' }, '1 of 9 matches'],
  [{ matching: 400, loaded: 400, isFiltered: false, reading: 'going' }, 'Reading… 400 so far'],
  [{ matching: 0, loaded: 0, isFiltered: false, reading: 'going' }, 'Reading…'],
  [
    { matching: 412, loaded: 600, isFiltered: true, reading: 'going' },
    '412 of 600 loaded match, more are being read',
  ],
  [{ matching: 500, loaded: 500, isFiltered: false, reading: 'stopped' }, '500 images, the rest is not read'],
  [
    { matching: 3, loaded: 500, isFiltered: true, reading: 'stopped' },
    '3 of 500 loaded match, the rest is not read',
  ],
] as const)('%j is told as %s', (counts, words) => expect(countWords(counts)).toBe(words))
