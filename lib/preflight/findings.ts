import type { Finding, FindingRequest } from '../disk-image/findings/finding.ts'
import { findingsOf, gravestFirst } from '../disk-image/findings.ts'
import { bitmapFindings } from './bitmap-finding.ts'
import type { PreflightView } from './view.ts'

/** All that is to be said of a file for this request: what its bucket says, and what its bytes do. The gravest first. */
export function preflightFindings(
  view: Pick<PreflightView, 'object' | 'objectFindings' | 'inspection' | 'hasBitmap'>,
  request: FindingRequest,
): Finding[] {
  const { objectFindings, inspection } = view
  return gravestFirst([
    ...objectFindings,
    ...(inspection ? findingsOf(inspection, request) : []),
    ...bitmapFindings(view, request),
  ])
}

/** Those that keep a request from being sent: what blocks, but for what the person chose to send all the same. */
export function obstacles(findings: readonly Finding[], sendAnyway: readonly string[]): Finding[] {
  return findings.filter(
    ({ severity, overridable, id }) => severity === 'blocks' && !(overridable && sendAnyway.includes(id)),
  )
}
