/** Rows of a CSV file as RFC 4180 writes them, safe to open in a spreadsheet. */

/** A spreadsheet would take what begins so for a formula, and run it: OWASP's list. */
const FORMULA = /^[=+\-@\t\r]/

export function csvLine(values: readonly string[]): string {
  return `${values.map(csvValue).join(',')}\r\n`
}

function csvValue(value: string): string {
  const guarded = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
