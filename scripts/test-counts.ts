/** What Vitest's and Playwright's JSON reports say about how many tests passed. */
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'

export type Counts = { passed: number; failed: number; skipped: number }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
})

/** A file that failed as a whole, for example on an import, counts as one failed test: it has none to count. */
export function vitestCounts(report: unknown): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    vitestReport.parse(report)
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((each) => each.status === 'failed'),
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles.length,
    skipped: numPendingTests + numTodoTests,
  }
}

/** An error outside the tests, for example in the global setup, counts as a failed test as well. */
export function playwrightCounts(report: unknown): Counts {
  const { stats, errors } = playwrightReport.parse(report)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}

export function sumOf(counts: Counts[]): Counts {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const each of counts) {
    sum.passed += each.passed
    sum.failed += each.failed
    sum.skipped += each.skipped
  }
  return sum
}

/** The closing line; whoever reads the output by machine looks for it alone on the last line. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

export function readReport(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
