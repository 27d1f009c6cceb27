import { expect, test } from 'vitest'
import { closingLine, playwrightCounts, sumOf, vitestCounts } from './test-counts.ts'

const vitest = {
  numPassedTests: 3,
  numFailedTests: 1,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }],
}
const playwright = { stats: { expected: 4, unexpected: 2, flaky: 0, skipped: 1 }, errors: [] }

test('counts of both runners add up to one closing line', () => {
  const sum = sumOf([vitestCounts(vitest), playwrightCounts(playwright)])
  expect(closingLine(sum)).toBe('7 passed, 3 failed, 3 skipped')
})

test('the closing line leaves out skipped tests where there are none', () => {
  expect(closingLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed')
})

test('a test file that cannot be loaded counts as one failure', () => {
  const report = {
    ...vitest,
    numFailedTests: 0,
    testResults: [{ status: 'failed', assertionResults: [] }],
  }
  expect(vitestCounts(report).failed).toBe(1)
})

test('an error outside the browser tests counts as one failure', () => {
  expect(playwrightCounts({ ...playwright, errors: [{ message: 'setup' }] }).failed).toBe(3)
})

test('a report of another shape is refused rather than counted as nothing', () => {
  expect(() => playwrightCounts({})).toThrow()
})
