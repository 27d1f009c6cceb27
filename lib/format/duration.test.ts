import { expect, test } from 'vitest'
import { formatDuration } from './duration.ts'

const read = (ms: number) => formatDuration(ms).replaceAll('\u00a0', ' ')

test.each([
  [-5, '0 s'],
  [0, '0 s'],
  [412, '412 ms'],
  [42_000, '42 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [402_000, '6 min 42 s'],
  [3_600_000, '1 h'],
  [(21 * 60 + 40) * 60_000, '21 h 40 min'],
  [47 * 3_600_000, '47 h'],
  [(3 * 24 + 4) * 3_600_000, '3 d 4 h'],
])('%d ms reads as %s', (ms, shown) => {
  expect(read(ms)).toBe(shown)
})

test('number and unit are joined by a no-break space, the two parts by a plain one', () => {
  expect(formatDuration(402_000)).toBe('6\u00a0min 42\u00a0s')
})
