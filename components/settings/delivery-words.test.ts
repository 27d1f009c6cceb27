import { expect, test } from 'vitest'
import { answerWords, isTaken } from './delivery-words'

test.each([
  [{ status: 200, problem: null, tookMs: 81 }, 'Answered 200 in 81\u00a0ms', true],
  [{ status: 204, problem: null, tookMs: 8 }, 'Answered 204 in 8\u00a0ms', true],
  [{ status: 302, problem: null, tookMs: 5 }, 'Answered 302 in 5\u00a0ms; redirects are not followed', false],
  [{ status: 500, problem: null, tookMs: 5 }, 'Answered 500 in 5\u00a0ms', false],
  [{ status: null, problem: 'timeout', tookMs: 10_000 }, 'No answer within 10\u00a0s', false],
] as const)('%j is told as %s', (answer, words, taken) => {
  expect(answerWords(answer)).toBe(words)
  expect(isTaken(answer)).toBe(taken)
})
