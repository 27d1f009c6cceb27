import 'server-only'
import * as z from 'zod/mini'
import { HEX_ID } from '../cloud/rules.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { findJobIdByImsJob, findUnreadJobOfProject } from './rows.ts'
import type { JobState } from './states.ts'
import { toJobView } from './to-view.ts'
import { placeInQueue } from './turns.ts'
import type { JobView } from './view.ts'

const jobId = z.uuid()

/** A job of the session's project; null for another project's, an unknown one, or an id that is none. */
export async function readJob(db: Store, session: ActiveSession, id: string): Promise<JobView | null> {
  const polled = await pollJob(db, session, id)
  return polled?.view() ?? null
}

/** The same for a poll, whose view is made only when its version is new to the browser. */
export async function pollJob(
  db: Store,
  session: ActiveSession,
  id: string,
): Promise<{ version: string; view: () => JobView } | null> {
  if (!z.safeParse(jobId, id).success) return null
  const job = await findUnreadJobOfProject(db, session.project.id, id)
  if (!job) return null
  const version = `${id}.${job.version}`
  if (job.state !== ('waiting' satisfies JobState)) return { version, view: () => toJobView(job.read()) }
  // Its place changes while the row does not.
  const waiting = job.read()
  const place = await placeInQueue(db, waiting, Date.now())
  return { version: `${version}.${place.running}.${place.before}`, view: () => toJobView(waiting, place) }
}

/** Slipway's id of the import that IMS knows by this id; null when there is none in the session's project. */
export async function jobIdOfImsJob(
  db: Store,
  session: ActiveSession,
  imsJobId: string,
): Promise<string | null> {
  return HEX_ID.test(imsJobId) ? findJobIdByImsJob(db, session.project.id, imsJobId) : null
}
