import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import { explain } from '../cloud/explain.ts'
import type { ProblemBody } from '../cloud/explained-error.ts'
import type { Doing } from '../cloud/explanations/rights.ts'
import { byItsName, imageApi } from '../cloud/image-api.ts'
import { isMissingImage, readImageQuota, readImsImage } from '../cloud/ims.ts'
import { listMadeOf } from '../jobs/made-of.ts'
import { findJobByImage } from '../jobs/rows.ts'
import type { Result } from '../result.ts'
import type { ActiveSession } from '../session/current.ts'
import { endSession } from '../session/rows.ts'
import type { Store } from '../store/store.ts'
import { readBootTrial } from './boot-trial.ts'
import { toImageView } from './model.ts'
import type { ImageView, QuotaView } from './view.ts'

export function readImage(
  db: Store,
  session: ActiveSession,
  imageId: string,
): Promise<Result<ImageView, ProblemBody>> {
  return answered(db, session, 'read-image', async () => {
    const { value: wire, raw } = await readImsImage(session.ims, imageId)
    const [job, bootTrial, madeOfIt] = await Promise.all([
      findJobByImage(db, session.project.id, wire.id),
      readBootTrial(db, session.project.id, wire.id),
      listMadeOf(db, session.project.id, wire.id),
    ])
    return toImageView(wire, {
      projectId: session.project.id,
      readAt: Date.now(),
      raw,
      bootTrial,
      madeOfIt,
      job: job && {
        id: job.id,
        startedBy: job.request ? job.user.name : null,
        addedBy: job.request ? null : job.user.name,
        submittedAt: job.submittedAt,
        sentAt: job.sentAt,
        endedAt: job.endedAt,
        file: job.file,
        copyOf:
          job.request?.kind === 'copy' ? { id: job.request.imageId, name: job.request.imageName } : null,
      },
    })
  })
}

/** Null where the service names no quota of images; Glance's is no call of its own. */
export function readQuota(db: Store, session: ActiveSession): Promise<Result<QuotaView | null, ProblemBody>> {
  return answered(db, session, 'read-quota', async () =>
    (await imageApi(session.ims)) === 'ims' ? readImageQuota(session.ims) : null,
  )
}

/** Runs a read of IMS and turns what it throws into a problem for the browser. A refused token ends the session. */
export async function answered<T>(
  db: Store,
  session: ActiveSession,
  doing: Doing,
  read: () => Promise<T>,
): Promise<Result<T, ProblemBody>> {
  try {
    return { ok: true, value: await read() }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    if (error.tokenRefused) await endSession(db, session.id)
    const explained = explain(byItsName(error, session.ims), Date.now(), doing)
    return { ok: false, error: { problem: problemOf(error), error: explained } }
  }
}

function problemOf(error: CloudError): ProblemBody['problem'] {
  if (error.tokenRefused) return 'session-ended'
  if (isMissingImage(error)) return 'not-found'
  if (error.status === 403) return 'forbidden'
  return 'upstream'
}
