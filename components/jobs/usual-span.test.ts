import { expect, test } from 'vitest'
import { usualSpan } from './usual-span'

const SECOND = 1000
const MINUTE = 60 * SECOND

test.each([
  [12.2 * MINUTE, 18.4 * MINUTE, '12 to 18 min'],
  [40 * SECOND, 2 * MINUTE, '40 s to 2 min'],
  [14.8 * MINUTE, 15.1 * MINUTE, 'about 15 min'],
  [50 * MINUTE, 75 * MINUTE, '50 min to 1 h 15 min'],
  [60 * MINUTE, 120 * MINUTE, '1 to 2 h'],
  [200, 900, 'about 1 s'],
])('from %i to %i ms is %s', (fromMs, toMs, words) => {
  expect(usualSpan({ fromMs, toMs }).replaceAll('\u00a0', ' ')).toBe(words)
})
