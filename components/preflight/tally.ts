/** Findings counted: how many checks were made, and how they came out. */
import type { Check, Finding, Severity } from '@/lib/disk-image/findings/finding'

/** How a check came out: as the gravest of its findings. A fact worth knowing is fine. */
export type Result = 'problem' | 'warning' | 'unknown' | 'fine'

const RESULT: Record<Severity, Result> = {
  blocks: 'problem',
  warns: 'warning',
  unknown: 'unknown',
  informs: 'fine',
  passed: 'fine',
}

export const resultOf = ({ severity }: Finding): Result => RESULT[severity]

/** One result for each check, the gravest first. Findings come sorted so. */
export function resultsByCheck(findings: readonly Finding[]): Result[] {
  const results = new Map<Check, Result>()
  for (const finding of findings) {
    if (!results.has(finding.check)) results.set(finding.check, resultOf(finding))
  }
  return [...results.values()]
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
const checks = (count: number) => counted(count, 'check', 'checks')

/** "1 problem and 1 warning in 18 checks", "All 18 checks are fine". */
export function tallyWords(findings: readonly Finding[]): string {
  const results = resultsByCheck(findings)
  const count = (wanted: Result) => results.filter((result) => result === wanted).length
  const problems = findings.filter((finding) => resultOf(finding) === 'problem').length
  const warnings = findings.filter((finding) => resultOf(finding) === 'warning').length
  const found = [
    ...(problems > 0 ? [counted(problems, 'problem', 'problems')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning', 'warnings')] : []),
  ]
  if (found.length > 0) return `${found.join(' and ')} in ${checks(results.length)}`
  const unknown = count('unknown')
  if (unknown === 0)
    return results.length === 1 ? 'The check is fine' : `All ${results.length} checks are fine`
  return `${count('fine')} of ${checks(results.length)} are fine, ${unknown} could not be made`
}

/** Of what is folded away: "13 more fine, 1 could not be checked". */
export function foldedWords(findings: readonly Finding[]): string {
  const fine = findings.filter((finding) => resultOf(finding) === 'fine').length
  const unknown = findings.length - fine
  return [
    ...(fine > 0 ? [`${fine} more fine`] : []),
    ...(unknown > 0 ? [`${unknown}${fine > 0 ? '' : ' more'} could not be checked`] : []),
  ].join(', ')
}

/** Of what is fine, these are worth a look: what the file is, and that IMS can reach it. */
const TELLING: readonly Check[] = ['format', 'bucket-region']

const rank = (finding: Finding): number => {
  if (resultOf(finding) === 'unknown') return 0
  return TELLING.includes(finding.check) ? 1 : 2
}

/** One finding for each check that is neither problem nor warning: what was asked for says more than what was found. */
export function quietFindings(findings: readonly Finding[]): Finding[] {
  const loud = new Set(findings.filter(isLoud).map(({ check }) => check))
  const quiet = new Map<Check, Finding>()
  for (const finding of findings) {
    if (!loud.has(finding.check) && quiet.get(finding.check)?.severity !== 'unknown')
      quiet.set(finding.check, finding)
  }
  return [...quiet.values()].toSorted((a, b) => rank(a) - rank(b))
}

export const isLoud = ({ severity }: Finding): boolean => severity === 'blocks' || severity === 'warns'
