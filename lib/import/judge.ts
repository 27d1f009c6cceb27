import 'server-only'
import type { ImportRequest } from '../cloud/import-request.ts'
import type { Finding } from '../disk-image/findings/finding.ts'
import type { JobPreflight } from '../jobs/preflight-view.ts'
import { obstacles, preflightFindings } from '../preflight/findings.ts'
import { findLastLook } from '../preflight/rows.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { findingRequestOf } from './finding-request.ts'
import { fromRequest } from './from-request.ts'

/**
 * Facts older than this judge nothing: the file may have been replaced. The form looks anew whenever it is opened or
 * the file chosen, so that only a form left open for long is sent without.
 */
const FACTS_VALID_MS = 3_600_000

export type Judgement = {
  /** What keeps the request from being sent. */
  blocking: Finding[]
  /** To be kept with the job; null when nothing was known of the file. */
  preflight: JobPreflight | null
}

/** Judges a request by what this person last saw of the file, and reads nothing anew: sending must not wait for OBS. */
export async function judge(
  db: Store,
  session: ActiveSession,
  request: ImportRequest,
  sendAnyway: readonly string[],
): Promise<Judgement> {
  const look = await findLastLook(db, session, request.file)
  if (!look || look.checkedAt < Date.now() - FACTS_VALID_MS) return { blocking: [], preflight: null }
  const findings = preflightFindings(look.view, findingRequestOf(fromRequest(request)))
  const blocking = obstacles(findings, sendAnyway)
  const sentAnyway = findings.filter(({ severity }) => severity === 'blocks').map(({ id }) => id)
  return { blocking, preflight: { view: look.view, findings, sentAnyway } }
}
