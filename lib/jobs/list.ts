import 'server-only'
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod/mini'
import { nextDay, startOfDay } from '../format/day.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { type JobFilters, NOT_ENDED, PAGE_ROWS, statesOf } from './filters.ts'
import { LIST_IDLE_POLL_MS, LIST_POLL_MS } from './pace.ts'
import { kindOf, storedFailure } from './rows.ts'
import { isWorking, JOB_STATES } from './states.ts'
import { toJobSummary } from './to-view.ts'
import { readUnseen } from './unseen.ts'
import { usualTime } from './usual-time.ts'
import type { JobList } from './view.ts'

/** The last row of a page. The list has two halves, each with the newest first: what has not ended, and what has. */
export type Cursor = { half: 'open' | 'ended'; submittedAt: number; id: string }

const CURSOR = /^(open|ended)\.(\d{1,15})\.([0-9a-f-]{36})$/

/** A cursor as it travels; null for what was never one. */
export function parseCursor(text: string): Cursor | null {
  const [, half, submittedAt, id = ''] = CURSOR.exec(text) ?? []
  if (half !== 'open' && half !== 'ended') return null
  return { half, submittedAt: Number(submittedAt), id }
}

/** Beyond this nobody counts what runs. */
const COUNTED = 10_000

type Reader = Pick<ActiveSession, 'project' | 'user'>
/** A list whose view is made only when its version is new to the browser. */
type ReadList = { version: string; view: () => JobList }

/** A page of the project's imports: those that have not ended before all others, each half the newest first. */
export async function readJobList(
  db: Store,
  session: Reader,
  filters: JobFilters,
  after: Cursor | null = null,
): Promise<ReadList> {
  const rows: Listed[] = []
  if (after?.half !== 'ended')
    rows.push(...(await listHalf(db, session, filters, 'open', after, PAGE_ROWS + 1)))
  const room = PAGE_ROWS + 1 - rows.length
  if (room > 0 && filters.state !== NOT_ENDED)
    rows.push(
      ...(await listHalf(db, session, filters, 'ended', after?.half === 'ended' ? after : null, room)),
    )
  const last = rows.length > PAGE_ROWS ? rows[PAGE_ROWS - 1] : undefined
  return answer(db, session, rows.slice(0, PAGE_ROWS), last ? cursorOf(last) : null)
}

/** The imports with these ids, as far as they are of the project: how rows stand that a first page has lost. */
export async function readJobsById(db: Store, session: Reader, ids: readonly string[]): Promise<ReadList> {
  const rows = await columns(db).where('id', 'in', ids).where('project_id', '=', session.project.id).execute()
  return answer(db, session, rows, null)
}

async function answer(db: Store, session: Reader, rows: Listed[], next: string | null): Promise<ReadList> {
  const { open, working } = await countOpen(db, session.project.id)
  const unseen = await readUnseen(db, session)
  const version = createHash('sha256')
    .update(JSON.stringify([rows.map(({ id, version }) => [id, version]), next, open, working, unseen]))
    .digest('base64url')
  return {
    version,
    view: () => ({
      jobs: rows.map(toSummary),
      next,
      open,
      working,
      unseen,
      pollAfterMs: open > 0 ? LIST_POLL_MS : LIST_IDLE_POLL_MS,
    }),
  }
}

const columns = (db: Store) =>
  db
    .selectFrom('job')
    .select(['id', 'version', 'state', 'kind', 'image_name', 'file', 'user_name'])
    .select(['submitted_at', 'sent_at', 'ended_at'])
    .select(['failure', 'image_id', 'of_image_id', 'ims_job_id', 'usual_time'])

type Listed = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number]

/** @param after where to go on; null from the half's beginning */
function listHalf(
  db: Store,
  { project, user }: Reader,
  { text, state, mine, from, to, zone }: JobFilters,
  half: Cursor['half'],
  after: Cursor | null,
  limit: number,
): Promise<Listed[]> {
  // Written so that the partial index of the half applies: its condition must stand in the query as it is.
  let query = columns(db)
    .where('project_id', '=', project.id)
    .where('ended_at', half === 'open' ? 'is' : 'is not', null)
  if (after)
    query = query.where((eb) =>
      eb(eb.refTuple('submitted_at', 'id'), '<', eb.tuple(after.submittedAt, after.id)),
    )
  if (state !== null && state !== NOT_ENDED) query = query.where('state', 'in', statesOf(state))
  if (mine) query = query.where('user_id', '=', user.id)
  if (from) query = query.where('submitted_at', '>=', startOfDay(from, zone))
  if (to) query = query.where('submitted_at', '<', startOfDay(nextDay(to), zone))
  if (text) query = query.where((eb) => eb.or(patternsOf(text).map((pattern) => matches(pattern))))
  return query.orderBy('submitted_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** Ids are ASCII, which every database lowers alike. */
const matches = (pattern: string) =>
  sql<boolean>`(search_text like ${pattern} escape '\\' or id like ${pattern} escape '\\' or lower(ims_job_id) like ${pattern} escape '\\' or lower(image_id) like ${pattern} escape '\\')`

/** A file's address is kept as `bucket:key`, and people write `bucket/key` as well. */
function patternsOf(text: string): string[] {
  const lower = text.toLowerCase()
  return [...new Set([lower, lower.replace('/', ':')])].map((part) => `%${part.replace(/[\\%_]/g, '\\$&')}%`)
}

async function countOpen(db: Store, projectId: string): Promise<{ open: number; working: number }> {
  const rows = await db
    // In the list's own order: without it SQLite takes another index and reads all that has ever ended.
    .selectFrom((eb) =>
      eb
        .selectFrom('job')
        .select('state')
        .where('project_id', '=', projectId)
        .where('ended_at', 'is', null)
        .orderBy('submitted_at', 'desc')
        .orderBy('id', 'desc')
        .limit(COUNTED)
        .as('open'),
    )
    .select(({ fn }) => ['state', fn.countAll().as('count')])
    .groupBy('state')
    .execute()
  const sum = (of: typeof rows) => of.reduce((total, { count }) => total + Number(count), 0)
  return { open: sum(rows), working: sum(rows.filter((row) => isWorking(z.parse(state, row.state)))) }
}

function cursorOf({ ended_at, submitted_at, id }: Listed): string {
  return `${ended_at === null ? 'open' : 'ended'}.${submitted_at}.${id}`
}

const state = z.enum(JOB_STATES)

function toSummary(row: Listed) {
  return toJobSummary({
    id: row.id,
    version: row.version,
    state: z.parse(state, row.state),
    kind: kindOf(row.kind),
    imageName: row.image_name,
    file: row.file,
    user: { name: row.user_name },
    isAdded: row.kind === 'unknown',
    submittedAt: row.submitted_at,
    sentAt: row.sent_at,
    endedAt: row.ended_at,
    failure: row.failure === null ? null : z.parse(storedFailure, JSON.parse(row.failure)),
    imageId: row.image_id,
    ofImageId: row.of_image_id,
    imsJobId: row.ims_job_id,
    usual: row.usual_time === null ? null : z.parse(usualTime, JSON.parse(row.usual_time)),
  })
}
