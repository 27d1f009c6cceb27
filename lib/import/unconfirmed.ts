import 'server-only'
import type { ProblemBody } from '../cloud/explained-error.ts'
import { listImsImages, readImsImage } from '../cloud/ims.ts'
import { derivationOf, imageNameOf, importOf, type JobRequest } from '../cloud/job-request.ts'
import type { ImsImage } from '../cloud/wire/ims.ts'
import { submitDerivation } from '../images/derive.ts'
import { toImageSummary } from '../images/model.ts'
import { answered } from '../images/read.ts'
import { readJobPreflight } from '../jobs/preflight.ts'
import { advance, findJobByImage, findJobOfProject, type Job } from '../jobs/rows.ts'
import type { Result } from '../result.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { judge } from './judge.ts'
import { type Submission, submitOnce } from './submit.ts'
import type { LikelyImages } from './unconfirmed-view.ts'

/** By so much the clocks of this server and the cloud may differ. */
const CLOCKS_DIFFER_MS = 60_000
const MOST_SHOWN = 20

/** What became of a decision. `changed`: somebody else has decided meanwhile, or it was never in doubt. */
export type Decision = 'done' | 'changed'

/**
 * Images that a request without an answer may have made: of its name, owned by its project, made since it was sent,
 * and of no other import; an export makes none. The cloud can list no jobs, so this is all that can be known. Null: it is not in doubt.
 */
export async function findLikelyImages(
  db: Store,
  session: ActiveSession,
  jobId: string,
): Promise<Result<LikelyImages, ProblemBody> | null> {
  const job = await findUnconfirmed(db, session, jobId)
  if (!job) return null
  if (job.request.kind === 'export') return { ok: true, value: { images: [], lookedAt: Date.now() } }
  return answered(db, session, 'list-images', async () => {
    const images = await listImsImages(session.ims, {
      limit: MOST_SHOWN,
      name: imageNameOf(job.request),
      createdSince: new Date(job.submittedAt - CLOCKS_DIFFER_MS),
    })
    const possible = await Promise.all(images.map((image) => mayBeOf(db, session, job, image)))
    return {
      images: images
        .filter((_, index) => possible[index])
        .map((image) => toImageSummary(image, session.project.id)),
      lookedAt: Date.now(),
    }
  })
}

/**
 * The person says that this image is what the lost request made. It is watched by its own status from here on: the id
 * of its job is lost.
 */
export async function takeImage(
  db: Store,
  session: ActiveSession,
  jobId: string,
  imageId: string,
): Promise<Result<Decision, ProblemBody>> {
  const job = await findUnconfirmed(db, session, jobId)
  if (!job || job.request.kind === 'export') return { ok: true, value: 'changed' }
  return answered(db, session, 'read-image', async () => {
    const { value: image } = await readImsImage(session.ims, imageId)
    if (!(await mayBeOf(db, session, job, image))) return 'changed'
    const now = Date.now()
    const isTaken = await advance(db, job, {
      transition: 'recognise',
      imageId: image.id,
      runningAt: now,
      checkError: null,
      nextCheckAt: now,
    })
    return isTaken ? 'done' : 'changed'
  })
}

async function mayBeOf(
  db: Store,
  session: ActiveSession,
  job: Unconfirmed,
  image: ImsImage,
): Promise<boolean> {
  const { id, name, own, createdAt } = toImageSummary(image, session.project.id)
  if (name !== imageNameOf(job.request) || !own) return false
  if (createdAt !== null && createdAt < job.submittedAt - CLOCKS_DIFFER_MS) return false
  return (await findJobByImage(db, session.project.id, id)) === null
}

/**
 * Sends the same request as another import, which may make a second image: only ever at a person's word. The one in
 * doubt is closed first, so that two tabs do not both send.
 *
 * @param submissionId made by the page, so that a repeated call sends once
 */
export async function sendAgain(
  db: Store,
  session: ActiveSession,
  jobId: string,
  submissionId: string,
): Promise<Submission | { outcome: 'changed' }> {
  const job = await findUnconfirmed(db, session, jobId)
  if (!job) return { outcome: 'changed' }
  const imported = importOf(job.request)
  const sendAnyway = (await readJobPreflight(db, session, jobId))?.sentAnyway ?? []
  if (imported) {
    const { blocking } = await judge(db, session, imported, sendAnyway)
    if (blocking.length > 0) return { outcome: 'blocked', findings: blocking }
  }
  const isClosed = await advance(db, job, {
    transition: 'replace',
    endedAt: Date.now(),
    failure: job.checkError,
    nextCheckAt: null,
  })
  if (!isClosed) return { outcome: 'changed' }
  if (imported) return submitOnce(db, session, { submissionId, request: imported, sendAnyway })
  const derivation = derivationOf(job.request)
  return derivation
    ? submitDerivation(db, session, { submissionId, request: derivation })
    : { outcome: 'changed' }
}

type Unconfirmed = Job & { request: JobRequest }

async function findUnconfirmed(
  db: Store,
  session: ActiveSession,
  jobId: string,
): Promise<Unconfirmed | null> {
  const job = await findJobOfProject(db, session.project.id, jobId)
  // Only what was sent from here can be without an answer, so its request is known.
  return job?.state === 'unconfirmed' && job.request ? { ...job, request: job.request } : null
}
