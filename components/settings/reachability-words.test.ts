import { expect, test } from 'vitest'
import { reachabilityWords } from './reachability-words'

const OBS = { service: 'OBS', state: 'answered', tookMs: 81, clockAheadMs: 0 } as const

test.each([
  [0, null],
  [-1_400, null],
  [2_000, 'OBS clock differs by 2\u00a0s'],
  [-61_200, 'OBS clock differs by 1\u00a0min 1\u00a0s'],
  [null, null],
])('a clock %s ms ahead is told as %j', (clockAheadMs, words) => {
  expect(reachabilityWords({ ...OBS, clockAheadMs })).toEqual({
    isWrong: false,
    text: 'Answers in 81\u00a0ms',
    clock: words,
  })
})

test.each(['unreachable', 'timeout', 'unknown'] as const)('%s is wrong, and says so', (state) => {
  const words = reachabilityWords({ ...OBS, state, tookMs: null, clockAheadMs: null })
  expect(words.isWrong).toBe(true)
  expect(words.text).not.toBe('')
})
