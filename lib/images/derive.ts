import 'server-only'
import type { CloudError } from '../cloud/errors.ts'
import { explain } from '../cloud/explain.ts'
import { ownError } from '../cloud/explained-error.ts'
import { imageApi } from '../cloud/image-api.ts'
import { isMissingImage } from '../cloud/ims.ts'
import type { DerivationRequest } from '../cloud/job-request.ts'
import { log } from '../config/log.ts'
import { processId } from '../config/process-id.ts'
import { CLAIM_MS } from '../jobs/claims.ts'
import { keepJobOnce } from '../jobs/keep-once.ts'
import { sendOrForget } from '../jobs/send.ts'
import type { ActiveSession } from '../session/current.ts'
import { endSession } from '../session/rows.ts'
import type { Store } from '../store/store.ts'
import { refuseField } from './act.ts'
import type { Acted } from './acting.ts'

export type DerivationSubmission =
  /** IMS has it, is being asked, or gave no answer; the job's page tells which. */
  | { outcome: 'kept'; jobId: string }
  /** IMS took nothing. */
  | { outcome: 'refused'; error: CloudError }
  /** The id is that of a job with other values, or of another project: nothing was sent. */
  | { outcome: 'id-taken' }
  /** The store could not keep it, so that nothing was sent. */
  | { outcome: 'not-kept' }

/**
 * Has IMS export or copy an image, as a job that is watched like an import: written down first, sent once however often
 * the same submission id arrives, and never sent again by itself.
 */
export async function submitDerivation(
  db: Store,
  session: ActiveSession,
  { submissionId: id, request }: { submissionId: string; request: DerivationRequest },
): Promise<DerivationSubmission> {
  const now = Date.now()
  const claimant = processId()
  try {
    const kept = await keepJobOnce(db, {
      id,
      projectId: session.project.id,
      regionId: session.regionId,
      user: session.user,
      request,
      submittedAt: now,
      start: { state: 'submitting', claimant, until: now + CLAIM_MS },
    })
    if (kept === 'id-taken') return { outcome: 'id-taken' }
    if (kept === 'same') return { outcome: 'kept', jobId: id }
  } catch (error) {
    log().error({ err: error, jobId: id }, 'an export or a copy could not be kept, and was not sent')
    return { outcome: 'not-kept' }
  }
  const error = await sendOrForget(db, session, { id, request, claimant })
  return error ? { outcome: 'refused', error } : { outcome: 'kept', jobId: id }
}

/**
 * The same as a dialog is told of it: refusals that belong to what was typed stand at its field.
 * @throws CloudError when it is not known yet which image service it is, and the service did not tell
 */
export async function derive(
  db: Store,
  session: ActiveSession,
  wanted: { submissionId: string; request: DerivationRequest },
): Promise<Acted<{ jobId: string }>> {
  if ((await imageApi(session.ims)) === 'glance') return onGlance(wanted.request)
  const sent = await submitDerivation(db, session, wanted)
  switch (sent.outcome) {
    case 'kept':
      return { ok: true, value: { jobId: sent.jobId } }
    case 'refused':
      return refusal(db, session, wanted.request, sent.error)
    case 'id-taken':
      return notDone(
        'This dialog was sent before, with other values',
        null,
        'Look at Jobs, or open it again.',
      )
    case 'not-kept':
      return notDone(
        `Slipway could not write the ${wanted.request.kind} down, so nothing was sent`,
        'Its store does not answer, or the disk of the store is full.',
        'Try again once it works.',
      )
  }
}

/** A page that was made before the region was found to have Glance may still offer it. */
const onGlance = ({ kind }: DerivationRequest): Acted<never> =>
  notDone(
    `Glance cannot ${kind} an image`,
    'Exports and copies are calls of IMS, and this region has plain Glance. Nothing was sent.',
    'Save its file with OpenStack’s own client: openstack image save.',
  )

function notDone(...words: Parameters<typeof ownError>): Acted<never> {
  return { ok: false, error: { reason: 'not-done', error: ownError(...words) } }
}

async function refusal(
  db: Store,
  session: ActiveSession,
  { kind }: DerivationRequest,
  error: CloudError,
): Promise<Acted<never>> {
  if (error.tokenRefused) {
    await endSession(db, session.id)
    return { ok: false, error: { reason: 'session-ended' } }
  }
  if (isMissingImage(error)) return { ok: false, error: { reason: 'gone' } }
  const explained = explain(error, Date.now(), kind === 'export' ? 'export-image' : 'copy-image')
  const field = FIELDS[kind].get(error.code ?? '')
  if (field) return refuseField(field, `${explained.title}. ${explained.remedy} (${error.code})`)
  return { ok: false, error: { reason: 'not-done', error: explained } }
}

const at = (field: string, ...codes: string[]): [code: string, field: string][] =>
  codes.map((code) => [`IMG.${code}`, field])

/** Which field of its dialog a code of IMS belongs to (ims.md 13, 14). */
const FIELDS = {
  export: new Map(
    at('target', '0017', '0058', '0068', '0069', '0070', '0073', '0074', '0075', '0109', '0175'),
  ),
  copy: new Map([
    ...at('name', '0002', '0003', '0009', '0013'),
    ...at('description', '0004', '0054'),
    ...at('kmsKeyId', '0095', '0096', '0097', '0099', '0100', '0161'),
  ]),
} as const
