import { formatDuration } from '@/lib/format/duration'
import { type JobView, startOf } from '@/lib/jobs/view'

/** Without like imports to compare with, an import is called slow after this. */
const SLOW_WITHOUT_BASIS_MS = 2 * 60 * 60 * 1000
/** So many times the usual end, and at least so long that a pause of the cloud is none. */
const SLOW_TIMES = 2
const SLOW_AT_LEAST_MS = 5 * 60 * 1000

type Job = Pick<
  JobView,
  | 'state'
  | 'submittedAt'
  | 'sentAt'
  | 'acceptedAt'
  | 'runningAt'
  | 'lastCheckedAt'
  | 'nextCheckAt'
  | 'checkError'
  | 'usual'
>

/** After how long an import is called slow, milliseconds. */
export const slowAfterMs = ({ usual }: Pick<Job, 'usual'>): number =>
  usual ? Math.max(usual.toMs * SLOW_TIMES, SLOW_AT_LEAST_MS) : SLOW_WITHOUT_BASIS_MS

/** When the job last became something else; epoch milliseconds. */
export function lastChangeAt({ acceptedAt, runningAt, ...job }: Job): number {
  return Math.max(startOf(job), acceptedAt ?? 0, runningAt ?? 0)
}

export function isSlow(job: Job, now: number): boolean {
  const since = job.usual ? startOf(job) : lastChangeAt(job)
  return (job.state === 'running' || job.state === 'queued') && now - since > slowAfterMs(job)
}

/** "Checked 4 s ago, next check in 11 s". The browser's clock may be ahead of the server's or behind it. */
export function checkWords(job: Job, now: number): string {
  const next = job.nextCheckAt === null ? null : job.nextCheckAt - now
  const coming = next === null ? '' : next < 1000 ? ', checking now' : `, next check in ${seconds(next)}`
  if (job.lastCheckedAt === null) return next === null ? 'Not checked yet' : `Not checked yet${coming}`
  return `Checked ${seconds(now - job.lastCheckedAt)} ago${coming}`
}

/** "No change for 6 min": the seconds of a change are no news after a minute. */
export function noChangeWords(job: Job, now: number): string {
  const age = now - lastChangeAt(job)
  return `No change for ${formatDuration(age < MINUTE_MS ? seconds0(age) : Math.floor(age / MINUTE_MS) * MINUTE_MS)}`
}

const MINUTE_MS = 60_000

function seconds0(ms: number): number {
  return Math.max(0, Math.floor(ms / 1000) * 1000)
}

function seconds(ms: number): string {
  return formatDuration(seconds0(ms))
}
