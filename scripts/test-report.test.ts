import { expect, test } from 'vitest'
import { closingLine, outcomeIn, playwrightOutcome, sumOf, vitestOutcome } from './test-report.ts'

const vitest = {
  numPassedTests: 3,
  numFailedTests: 1,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [
    {
      name: 'a.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        {
          status: 'failed',
          fullName: 'adds',
          failureMessages: ['\u001b[31mexpected 2\u001b[39m\n\nto be 3'],
        },
        { status: 'passed', fullName: 'takes away', failureMessages: [] },
      ],
    },
  ],
}
const spec = {
  title: 'opens',
  file: 'door.spec.ts',
  line: 7,
  ok: true,
  tests: [{ results: [{ errors: [] }] }],
}
const playwright = {
  stats: { expected: 4, unexpected: 2, flaky: 0, skipped: 1 },
  errors: [],
  suites: [
    {
      specs: [spec],
      suites: [
        {
          specs: [
            {
              ...spec,
              title: 'shuts',
              ok: false,
              tests: [{ results: [{ errors: [{ message: 'still open' }] }] }],
            },
          ],
        },
      ],
    },
  ],
}

test('counts of both runners add up to one closing line', () => {
  const sum = sumOf([vitestOutcome(vitest).counts, playwrightOutcome(playwright).counts])
  expect(closingLine(sum)).toBe('7 passed, 3 failed, 3 skipped')
})

test('the closing line leaves out skipped tests where there are none', () => {
  expect(closingLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed')
})

test('a test file that cannot be loaded counts as one failure', () => {
  const report = {
    ...vitest,
    numFailedTests: 0,
    testResults: [{ name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }],
  }
  expect(vitestOutcome(report).counts.failed).toBe(1)
  expect(vitestOutcome(report).failures).toEqual(['b.test.ts\n  no such module'])
})

test('an error outside the browser tests counts as one failure', () => {
  const { counts, failures } = playwrightOutcome({ ...playwright, errors: [{ message: 'setup' }] })
  expect(counts.failed).toBe(3)
  expect(failures).toContain('outside the tests\n  setup')
})

test('a report of another shape is refused rather than counted as nothing', () => {
  expect(() => playwrightOutcome({})).toThrow()
})

test('failed tests are named with the beginning of what went wrong, in plain text', () => {
  expect(vitestOutcome(vitest).failures).toEqual(['a.test.ts: adds\n  expected 2\n  to be 3'])
  expect(playwrightOutcome(playwright).failures).toEqual(['door.spec.ts:7 shuts\n  still open'])
})

test('a long failure is cut', () => {
  const long = 'line\n'.repeat(40)
  const report = { ...playwright, suites: [], errors: [{ message: long }] }
  expect(playwrightOutcome(report).failures.join().split('\n')).toHaveLength(11)
})

test('a runner that ended without a report has no outcome', () => {
  expect(outcomeIn('/nowhere/report.json', vitestOutcome)).toBeNull()
})
