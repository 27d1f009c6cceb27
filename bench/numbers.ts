/** The value that so many of a hundred do not pass. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

/** One line of the report, with whether it keeps its budget where there is one. */
export function line(what: string, measured: string, budget?: { words: string; kept: boolean }): string {
  const verdict = budget ? `budget ${budget.words}: ${budget.kept ? 'kept' : 'MISSED'}` : ''
  return `  ${what.padEnd(34)} ${measured.padEnd(34)} ${verdict}`.trimEnd()
}
