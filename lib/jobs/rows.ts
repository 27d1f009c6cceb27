import 'server-only'
import type { Selectable, Updateable } from 'kysely'
import * as z from 'zod/mini'
import { type ImportRequest, storedImportRequest } from '../cloud/import-request.ts'
import { TOKEN_MARGIN_MS } from '../session/rows.ts'
import type { Store } from '../store/store.ts'
import type { JobTable } from '../store/tables.ts'
import { type Likeness, usualOf } from './likeness.ts'
import { JOB_STATES, type JobState, mayMove } from './states.ts'
import { type UsualTime, usualTime } from './usual-time.ts'

/** Why an import failed or a check gave no answer, as the cloud said it; explained anew each time it is shown. */
export const storedFailure = z.object({
  service: z.enum(['IAM', 'IMS', 'OBS']),
  kind: z.enum(['answered', 'unreachable', 'interrupted', 'timeout', 'unreadable', 'job-failed']),
  status: z.nullable(z.number()),
  code: z.nullable(z.string()),
  cloudMessage: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
  at: z.number(),
})
export type StoredFailure = z.infer<typeof storedFailure>

const storedAnswer = z.object({
  at: z.number(),
  httpStatus: z.number(),
  requestId: z.nullable(z.string()),
  body: z.unknown(),
})
export type StoredAnswer = z.infer<typeof storedAnswer>

/** An import as kept. Times are epoch milliseconds. */
export type Job = {
  id: string
  projectId: string
  regionId: string
  user: { id: string; name: string }
  state: JobState
  version: number
  /** Null where it is not known, as all that was not sent from here. */
  kind: ImportRequest['kind'] | null
  /** Empty where it is not known. */
  imageName: string
  /** `bucket:key`. */
  file: string | null
  /** Null for a job that was not sent from here: somebody added it by the id that IMS gave. */
  request: ImportRequest | null
  /** How long imports like it had taken when it was sent; null where too few are known. */
  usual: UsualTime | null
  imsJobId: string | null
  imageId: string | null
  submittedAt: number
  acceptedAt: number | null
  acceptedInMs: number | null
  runningAt: number | null
  endedAt: number | null
  lastCheckedAt: number | null
  nextCheckAt: number | null
  lastAnswer: StoredAnswer | null
  failure: StoredFailure | null
  checkError: StoredFailure | null
}

const state = z.enum(JOB_STATES)
const kind = z.enum(['system', 'data', 'unknown'])

/** What a list is searched by, besides ids. */
export function searchText(imageName: string, file: string | null): string {
  return `${imageName}\n${file ?? ''}`.toLowerCase()
}

export function kindOf(stored: string): Job['kind'] {
  const known = z.parse(kind, stored)
  return known === 'unknown' ? null : known
}

export function fromRow(row: Selectable<JobTable>): Job {
  return {
    id: row.id,
    projectId: row.project_id,
    regionId: row.region_id,
    user: { id: row.user_id, name: row.user_name },
    state: z.parse(state, row.state),
    version: row.version,
    kind: kindOf(row.kind),
    imageName: row.image_name,
    file: row.file,
    request: z.parse(z.nullable(storedImportRequest), JSON.parse(row.request)),
    usual: row.usual_time === null ? null : z.parse(usualTime, JSON.parse(row.usual_time)),
    imsJobId: row.ims_job_id,
    imageId: row.image_id,
    submittedAt: row.submitted_at,
    acceptedAt: row.accepted_at,
    acceptedInMs: row.accepted_in_ms,
    runningAt: row.running_at,
    endedAt: row.ended_at,
    lastCheckedAt: row.last_checked_at,
    nextCheckAt: row.next_check_at,
    lastAnswer: row.last_answer === null ? null : z.parse(storedAnswer, JSON.parse(row.last_answer)),
    failure: row.failure === null ? null : z.parse(storedFailure, JSON.parse(row.failure)),
    checkError: row.check_error === null ? null : z.parse(storedFailure, JSON.parse(row.check_error)),
  }
}

type NewJob = Pick<Job, 'id' | 'projectId' | 'regionId' | 'user' | 'submittedAt'> & {
  request: ImportRequest
  likeness?: Likeness | null
}

/** Keeps a new import as `submitting`. False when one with this id is kept already: the same submission came twice. */
export async function insertJob(db: Store, job: NewJob): Promise<boolean> {
  const { likeness = null } = job
  const usual = likeness && usualOf(await durationsOf(db, job.projectId, likeness), likeness)
  const file = `${job.request.file.bucket}:${job.request.file.key}`
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('job')
    .values({
      id: job.id,
      project_id: job.projectId,
      region_id: job.regionId,
      user_id: job.user.id,
      user_name: job.user.name,
      state: 'submitting',
      version: 1,
      kind: job.request.kind,
      image_name: job.request.name,
      request: JSON.stringify(job.request),
      file,
      search_text: searchText(job.request.name, file),
      likeness: likeness?.key ?? null,
      usual_time: usual && JSON.stringify(usual),
      submitted_at: job.submittedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Of so many finished imports, the newest, the time is learnt: a cloud does not stay as fast as it was. */
const LEARN_FROM = 100

/** How long like imports of the project took from submission to success, milliseconds. */
async function durationsOf(db: Store, projectId: string, { key }: Likeness): Promise<number[]> {
  const rows = await db
    .selectFrom('job')
    .select(['submitted_at', 'ended_at'])
    .where('project_id', '=', projectId)
    .where('likeness', '=', key)
    .where('state', '=', 'succeeded')
    .where('ended_at', 'is not', null)
    .orderBy('ended_at', 'desc')
    .limit(LEARN_FROM)
    .execute()
  return rows.flatMap(({ submitted_at: from, ended_at: to }) => (to === null ? [] : [to - from]))
}

/** Forgets an import that was never sent. */
export async function deleteJob(db: Store, id: string): Promise<void> {
  await db.deleteFrom('job').where('id', '=', id).execute()
}

/** Drops imports that ended before `endedBefore`, epoch milliseconds. */
export async function dropOldJobs(db: Store, endedBefore: number): Promise<void> {
  await db.deleteFrom('job').where('ended_at', '<', endedBefore).execute()
}

/** What a check or an answer changes; absent members stay. */
export type JobChange = Partial<
  Pick<
    Job,
    | 'state'
    | 'imsJobId'
    | 'imageId'
    | 'imageName'
    | 'acceptedAt'
    | 'acceptedInMs'
    | 'runningAt'
    | 'endedAt'
    | 'lastCheckedAt'
    | 'nextCheckAt'
    | 'lastAnswer'
    | 'failure'
    | 'checkError'
  >
>

/**
 * The one way a job changes. Guarded by its version, so that the slower of two writers loses quietly.
 * @returns false when someone was faster.
 * @throws Error for a move the table of states does not have: a bug, never data.
 */
export async function advance(
  db: Store,
  job: Pick<Job, 'id' | 'version' | 'state'>,
  change: JobChange,
): Promise<boolean> {
  if (change.state && change.state !== job.state && !mayMove(job.state, change.state)) {
    throw new Error(`A job does not go from ${job.state} to ${change.state}`)
  }
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ ...toColumns(change), version: job.version + 1 })
    .where('id', '=', job.id)
    .where('version', '=', job.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function toColumns(change: JobChange): Updateable<JobTable> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  const columns: Updateable<JobTable> = {}
  if (change.state !== undefined) columns.state = change.state
  if (change.imsJobId !== undefined) columns.ims_job_id = change.imsJobId
  if (change.imageId !== undefined) columns.image_id = change.imageId
  if (change.imageName !== undefined) {
    columns.image_name = change.imageName
    // Only a job that was not sent from here learns its name later, and its file is not known.
    columns.search_text = searchText(change.imageName, null)
  }
  if (change.acceptedAt !== undefined) columns.accepted_at = change.acceptedAt
  if (change.acceptedInMs !== undefined) columns.accepted_in_ms = change.acceptedInMs
  if (change.runningAt !== undefined) columns.running_at = change.runningAt
  if (change.endedAt !== undefined) columns.ended_at = change.endedAt
  if (change.lastCheckedAt !== undefined) columns.last_checked_at = change.lastCheckedAt
  if (change.nextCheckAt !== undefined) columns.next_check_at = change.nextCheckAt
  if (change.lastAnswer !== undefined) columns.last_answer = json(change.lastAnswer)
  if (change.failure !== undefined) columns.failure = json(change.failure)
  if (change.checkError !== undefined) columns.check_error = json(change.checkError)
  return columns
}

export async function findJob(db: Store, id: string): Promise<Job | null> {
  const row = await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

export async function findJobOfProject(db: Store, projectId: string, id: string): Promise<Job | null> {
  const found = await findUnreadJobOfProject(db, projectId, id)
  return found?.read() ?? null
}

/** The same for who may need no more than its version: parsing a row costs ten times what fetching it does. */
export async function findUnreadJobOfProject(
  db: Store,
  projectId: string,
  id: string,
): Promise<{ version: number; read: () => Job } | null> {
  const row = await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst()
  return row?.project_id === projectId ? { version: row.version, read: () => fromRow(row) } : null
}

/** Slipway's id of the import that IMS knows as `imsJobId`. */
export async function findJobIdByImsJob(
  db: Store,
  projectId: string,
  imsJobId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('job')
    .select('id')
    .where('ims_job_id', '=', imsJobId)
    .where('project_id', '=', projectId)
    .executeTakeFirst()
  return row?.id ?? null
}

export async function findJobByImage(db: Store, projectId: string, imageId: string): Promise<Job | null> {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('image_id', '=', imageId)
    .where('project_id', '=', projectId)
    .orderBy('submitted_at', 'desc')
    .executeTakeFirst()
  return row ? fromRow(row) : null
}

/**
 * Jobs to ask IMS about now: those whose time has come, and paused ones whose owner has signed in again. The watcher
 * learns of a sign-in from the store alone, so it does not matter which process saw it.
 */
export async function listDueJobs(db: Store, now: number, limit: number): Promise<Job[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb.and([eb('state', 'in', ['queued', 'running']), eb('next_check_at', '<=', now)]),
        eb.and([
          eb('state', '=', 'paused'),
          eb.exists(
            eb
              .selectFrom('session')
              .select('session.id')
              .whereRef('session.user_id', '=', 'job.user_id')
              .whereRef('session.project_id', '=', 'job.project_id')
              .whereRef('session.region_id', '=', 'job.region_id')
              .where('session.token_sealed', 'is not', null)
              .where('session.token_expires_at', '>', now + TOKEN_MARGIN_MS),
          ),
          eb.or([eb('next_check_at', 'is', null), eb('next_check_at', '<=', now)]),
        ]),
      ]),
    )
    .orderBy('next_check_at')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** Imports whose call was on its way when this process began: no process is left that waits for their answer. */
export async function listOrphans(db: Store, beganAt: number): Promise<Job[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where('state', '=', 'submitting')
    .where('submitted_at', '<', beganAt)
    .execute()
  return rows.map(fromRow)
}
