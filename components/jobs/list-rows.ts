import { IDS_MAX } from '@/lib/jobs/filters'
import type { JobList, JobSummary } from '@/lib/jobs/view'

/** The rows in the places they were read at, each once: one that ended between two pages is on both. */
export function rowsOf(pages: readonly JobList[]): JobSummary[] {
  const byId = new Map<string, JobSummary>()
  for (const { jobs } of pages) for (const job of jobs) if (!byId.has(job.id)) byId.set(job.id, job)
  return [...byId.values()]
}

/** The same rows as they stand now, as far as later answers say. */
export function brought(
  rows: readonly JobSummary[],
  answers: readonly (JobList | undefined)[],
): JobSummary[] {
  const newest = new Map<string, JobSummary>()
  for (const answer of answers)
    for (const job of answer?.jobs ?? [])
      if (job.version > (newest.get(job.id)?.version ?? 0)) newest.set(job.id, job)
  return rows.map((row) => {
    const now = newest.get(row.id)
    return now && now.version > row.version ? now : row
  })
}

/**
 * How many imports of a first page that was read later belong among the rows and are not there. What has only moved up
 * because others have gone is not new: it would stand behind the last row.
 */
export function countNew(rows: readonly JobSummary[], isComplete: boolean, { jobs }: JobList): number {
  const shown = new Set(rows.map(({ id }) => id))
  const last = isComplete ? undefined : rows.at(-1)
  return jobs.filter((job) => !shown.has(job.id) && (!last || isBefore(job, last))).length
}

/** Rows that ran when they were read and that the first page does not hold, as many as can be asked for at once. */
export function lostIds(rows: readonly JobSummary[], { jobs }: JobList): string[] {
  const held = new Set(jobs.map(({ id }) => id))
  return rows.flatMap(({ id, endedAt }) => (endedAt === null && !held.has(id) ? [id] : [])).slice(0, IDS_MAX)
}

/** The order of the server's list. */
function isBefore(a: JobSummary, b: JobSummary): boolean {
  const [aEnded, bEnded] = [a.endedAt !== null, b.endedAt !== null]
  if (aEnded !== bEnded) return bEnded
  return a.submittedAt === b.submittedAt ? a.id > b.id : a.submittedAt > b.submittedAt
}
