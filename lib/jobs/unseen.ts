import 'server-only'
import * as z from 'zod/mini'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { kindOf, storedFailure } from './rows.ts'
import { nameOf } from './to-view.ts'
import { isToldEnd } from './told-ends.ts'
import { type EndedImport, UNSEEN_MAX, type UnseenEnds } from './unseen-view.ts'
import { workOf } from './work.ts'

/** What ended longer ago is no news, and a person who has just begun with Slipway is told of no history. */
const NEWS_FOR_MS = 14 * 24 * 3_600_000
const NEWEST = 5

type Reader = Pick<ActiveSession, 'project' | 'user'>

/** For the poll that the shell makes anyway. */
export async function readUnseen(db: Store, session: Reader): Promise<UnseenEnds> {
  const rows = await unseenRows(db, session)
  return { count: rows.length, newest: rows.slice(0, NEWEST).map(toEnded) }
}

/** All that are counted, the last to end first. */
export async function listUnseen(db: Store, session: Reader): Promise<EndedImport[]> {
  return (await unseenRows(db, session)).map(toEnded)
}

type UnseenRow = Awaited<ReturnType<typeof unseenRows>>[number]

/**
 * Imports of the session's person and project that ended and were not marked as seen, the last to end first. Each is
 * marked by itself: an end may be learnt of late, after others that came later.
 */
function unseenRows(db: Store, session: Reader) {
  return db
    .selectFrom('job')
    .select(['id', 'kind', 'image_name', 'ims_job_id', 'state', 'ended_at', 'failure', 'image_id'])
    .where('project_id', '=', session.project.id)
    .where('user_id', '=', session.user.id)
    .where(isToldEnd)
    .where('ended_at', '>', Date.now() - NEWS_FOR_MS)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('seen_import')
            .select('seen_import.job_id')
            .whereRef('seen_import.job_id', '=', 'job.id')
            .where('seen_import.user_id', '=', session.user.id),
        ),
      ),
    )
    .orderBy('ended_at', 'desc')
    .limit(UNSEEN_MAX)
    .execute()
}

function toEnded({
  id,
  kind,
  image_name,
  ims_job_id,
  state,
  ended_at,
  failure,
  image_id,
}: UnseenRow): EndedImport {
  return {
    id,
    imageName: nameOf({ imageName: image_name, imsJobId: ims_job_id, id }),
    work: workOf(kindOf(kind)),
    state: state === 'succeeded' ? 'succeeded' : 'failed',
    endedAt: ended_at ?? 0,
    code: failure === null ? null : z.parse(storedFailure, JSON.parse(failure)).code,
    imageId: image_id,
  }
}

/** Marks those of the ids that are unseen imports of the session's person and project. */
export async function markSeen(db: Store, session: Reader, ids: readonly string[]): Promise<void> {
  const unseen = await unseenRows(db, session)
  await keepSeen(
    db,
    session,
    unseen.filter(({ id }) => ids.includes(id)),
  )
}

/** "Mark all read", all at once. */
export async function markAllSeen(db: Store, session: Reader): Promise<void> {
  for (;;) {
    const unseen = await unseenRows(db, session)
    await keepSeen(db, session, unseen)
    if (unseen.length < UNSEEN_MAX) return
  }
}

async function keepSeen(
  db: Store,
  session: Reader,
  imports: readonly Pick<EndedImport, 'id'>[],
): Promise<void> {
  if (imports.length === 0) return
  await db
    .insertInto('seen_import')
    .values(imports.map(({ id }) => ({ user_id: session.user.id, job_id: id })))
    .onConflict((conflict) => conflict.columns(['user_id', 'job_id']).doNothing())
    .execute()
}
