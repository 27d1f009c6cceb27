import 'server-only'
import type { Selectable, Updateable } from 'kysely'
import * as z from 'zod/mini'
import {
  derivationOf,
  fileOf,
  imageNameOf,
  type JobKind,
  type JobRequest,
  jobRequest,
} from '../cloud/job-request.ts'
import type { Store } from '../store/store.ts'
import type { JobTable } from '../store/tables.ts'
import { type Likeness, usualOf } from './likeness.ts'
import { JOB_STATES, JOB_TRANSITIONS, type JobState, type JobTransition, mayTake } from './states.ts'
import { type UsualTime, usualTime } from './usual-time.ts'

/** Why an import failed or a check gave no answer, as the cloud said it; explained anew each time it is shown. */
export const storedFailure = z.object({
  service: z.enum(['IAM', 'IMS', 'Glance', 'OBS']),
  kind: z.enum([
    'answered',
    'not-sent',
    'unreachable',
    'interrupted',
    'timeout',
    'unreadable',
    'job-failed',
    'taken-out',
  ]),
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

/** An import as kept, or an export or a copy of an image. Times are epoch milliseconds. */
export type Job = {
  id: string
  projectId: string
  regionId: string
  user: { id: string; name: string }
  state: JobState
  version: number
  /** Null where it is not known, as all that was not sent from here. */
  kind: JobKind | null
  /** Empty where it is not known. */
  imageName: string
  /** `bucket:key`. */
  file: string | null
  /** Null for a job that was not sent from here: somebody added it by the id that IMS gave. */
  request: JobRequest | null
  /** How long imports like it had taken when it was sent; null where too few are known. */
  usual: UsualTime | null
  imsJobId: string | null
  imageId: string | null
  /** The image that is exported or copied; null for an import. */
  ofImageId: string | null
  submittedAt: number
  /** When the call to IMS began; null while it is known that none has been made. */
  sentAt: number | null
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
const kind = z.enum(['system', 'data', 'export', 'copy', 'unknown'])

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
    request: z.parse(z.nullable(jobRequest), JSON.parse(row.request)),
    usual: row.usual_time === null ? null : z.parse(usualTime, JSON.parse(row.usual_time)),
    imsJobId: row.ims_job_id,
    imageId: row.image_id,
    ofImageId: row.of_image_id,
    submittedAt: row.submitted_at,
    sentAt: row.sent_at,
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

export type NewJob = Pick<Job, 'id' | 'projectId' | 'regionId' | 'user' | 'submittedAt'> & {
  request: JobRequest
  likeness?: Likeness | null
  batchId?: string | null
  /** `waiting` in the queue, or sent at once by the process of this id, which holds it until `until`. */
  start: { state: 'waiting' } | { state: 'submitting'; claimant: string; until: number }
}

/** Keeps a new import. False when one with this id is kept already: the same submission came twice. */
export async function insertJob(db: Store, job: NewJob): Promise<boolean> {
  const { likeness = null, batchId = null, start } = job
  const usual = likeness && usualOf(await durationsOf(db, job.projectId, likeness), likeness)
  const file = fileOf(job.request)
  const imageName = imageNameOf(job.request)
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('job')
    .values({
      id: job.id,
      project_id: job.projectId,
      region_id: job.regionId,
      user_id: job.user.id,
      user_name: job.user.name,
      state: start.state,
      version: 1,
      kind: job.request.kind,
      image_name: imageName,
      of_image_id: derivationOf(job.request)?.imageId ?? null,
      request: JSON.stringify(job.request),
      batch_id: batchId,
      file,
      search_text: searchText(imageName, file),
      likeness: likeness?.key ?? null,
      usual_time: usual && JSON.stringify(usual),
      submitted_at: job.submittedAt,
      ...(start.state === 'submitting'
        ? { sent_at: job.submittedAt, claimed_by: start.claimant, claimed_until: start.until }
        : {}),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Of so many finished imports, the newest, the time is learnt: a cloud does not stay as fast as it was. */
const LEARN_FROM = 100

/** How long like imports of the project took from the call to success, milliseconds. */
async function durationsOf(db: Store, projectId: string, { key }: Likeness): Promise<number[]> {
  const rows = await db
    .selectFrom('job')
    .select(['sent_at', 'ended_at'])
    .where('project_id', '=', projectId)
    .where('likeness', '=', key)
    .where('state', '=', 'succeeded')
    .where('ended_at', 'is not', null)
    .orderBy('ended_at', 'desc')
    .limit(LEARN_FROM)
    .execute()
  return rows.flatMap(({ sent_at: from, ended_at: to }) => (from === null || to === null ? [] : [to - from]))
}

/** Forgets an import that was never sent. */
export async function deleteJob(db: Store, id: string): Promise<void> {
  await db.deleteFrom('job').where('id', '=', id).execute()
}

/** Drops imports that ended before `endedBefore`, epoch milliseconds. */
export async function dropOldJobs(db: Store, endedBefore: number): Promise<void> {
  await db.deleteFrom('job').where('ended_at', '<', endedBefore).execute()
}

/** IMS asked to be left alone for a while: no job of the project is asked about before `until`, epoch milliseconds. */
export async function putOffChecks(
  db: Store,
  { projectId, regionId }: Pick<Job, 'projectId' | 'regionId'>,
  until: number,
): Promise<void> {
  await db
    .updateTable('job')
    .set({ next_check_at: until })
    .where('project_id', '=', projectId)
    .where('region_id', '=', regionId)
    .where('state', 'in', ['queued', 'running', 'paused'])
    .where('next_check_at', '<', until)
    .execute()
}

/** What a check or an answer changes; absent members stay. The state changes by a named transition, or not at all. */
export type JobChange = { transition?: JobTransition } & Partial<
  Pick<
    Job,
    | 'imsJobId'
    | 'imageId'
    | 'sentAt'
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
 * The one way a job changes. Guarded by its version, so that the slower of two writers loses quietly. Ends the claim
 * on the job, unless `claim` takes or keeps one.
 *
 * @returns false when someone was faster
 * @throws Error for a transition that does not leave from the job's state: a bug, never data
 */
export async function advance(
  db: Store,
  job: Pick<Job, 'id' | 'version' | 'state'>,
  change: JobChange,
  claim: { by: string; until: number } | null = null,
): Promise<boolean> {
  const { transition } = change
  if (transition && !mayTake(transition, job.state))
    throw new Error(`A job that is ${job.state} does not ${transition}`)
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({
      ...toColumns(change),
      version: job.version + 1,
      claimed_by: claim?.by ?? null,
      claimed_until: claim?.until ?? null,
    })
    .where('id', '=', job.id)
    .where('version', '=', job.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function toColumns(change: JobChange): Updateable<JobTable> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  const columns: Updateable<JobTable> = {}
  if (change.transition !== undefined) columns.state = JOB_TRANSITIONS[change.transition].to
  if (change.imsJobId !== undefined) columns.ims_job_id = change.imsJobId
  if (change.imageId !== undefined) columns.image_id = change.imageId
  if (change.sentAt !== undefined) columns.sent_at = change.sentAt
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
): Promise<{ version: number; state: string; read: () => Job } | null> {
  const row = await db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst()
  return row?.project_id === projectId
    ? { version: row.version, state: row.state, read: () => fromRow(row) }
    : null
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

/** The job that made an image. */
export async function findJobByImage(db: Store, projectId: string, imageId: string): Promise<Job | null> {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('image_id', '=', imageId)
    .where('project_id', '=', projectId)
    .where('kind', '!=', 'export')
    .orderBy('submitted_at', 'desc')
    .executeTakeFirst()
  return row ? fromRow(row) : null
}
