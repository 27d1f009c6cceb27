/** What Vitest's and Playwright's JSON reports say: how many tests passed, and why the others did not. */
import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import * as z from 'zod/mini'

export type Counts = { passed: number; failed: number; skipped: number }

/** A stage's tests: their counts, and the failed ones by name with the beginning of what went wrong. */
export type Outcome = { counts: Counts; failures: string[] }

/** Enough for what was expected and what came; the whole stands in the runner's own output. */
const LINES_OF_A_FAILURE = 10

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
})

const playwrightError = z.object({ message: z.optional(z.string()) })

type Suite = z.infer<typeof suite>
const suite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      line: z.number(),
      ok: z.boolean(),
      tests: z.array(z.object({ results: z.array(z.object({ errors: z.array(playwrightError) })) })),
    }),
  ),
  get suites() {
    return z.optional(z.array(suite))
  },
})

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(playwrightError),
  suites: z.array(suite),
})

/** A file that failed as a whole, for example on an import, counts as one failed test: it has none to count. */
export function vitestOutcome(report: unknown): Outcome {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    vitestReport.parse(report)
  const failedTests = testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => failure(`${file.name}: ${fullName}`, failureMessages)),
  )
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((each) => each.status === 'failed'),
  )
  return {
    counts: {
      passed: numPassedTests,
      failed: numFailedTests + brokenFiles.length,
      skipped: numPendingTests + numTodoTests,
    },
    failures: [...failedTests, ...brokenFiles.map(({ name, message }) => failure(name, [message]))],
  }
}

/** An error outside the tests, for example in the global setup, counts as a failed test as well. */
export function playwrightOutcome(report: unknown): Outcome {
  const { stats, errors, suites } = playwrightReport.parse(report)
  const failedTests = suites.flatMap(specsOf).flatMap(({ title, file, line, ok, tests }) => {
    if (ok) return []
    const messages = tests.flatMap(({ results }) => results.flatMap((result) => result.errors))
    return [failure(`${file}:${line} ${title}`, messages.map(messageOf))]
  })
  return {
    counts: {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    },
    failures: [...failedTests, ...errors.map((error) => failure('outside the tests', [messageOf(error)]))],
  }
}

function specsOf({ specs, suites = [] }: Suite): Suite['specs'] {
  return [...specs, ...suites.flatMap(specsOf)]
}

const messageOf = ({ message = '' }: z.infer<typeof playwrightError>) => message

function failure(name: string, messages: string[]): string {
  const lines = stripVTControlCharacters(messages.join('\n'))
    .split('\n')
    .filter((line) => line.trim())
  return [name, ...lines.slice(0, LINES_OF_A_FAILURE).map((line) => `  ${line}`)].join('\n')
}

/** What a stage's runner wrote; null where it ended without writing, as when its folder was taken from under it. */
export function outcomeIn(file: string, outcome: (report: unknown) => Outcome): Outcome | null {
  return existsSync(file) ? outcome(JSON.parse(readFileSync(file, 'utf8'))) : null
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
