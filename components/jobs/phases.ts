import type { StatusShape } from '@/components/elements/StatusMark'
import { isLoud, tallyWords } from '@/components/preflight/tally'
import { withoutStop } from '@/components/preflight/without-stop'
import { formatDuration } from '@/lib/format/duration'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import { type JobView, startOf } from '@/lib/jobs/view'
import { WORK_WORDS, workOf } from '@/lib/jobs/work'

/** What the one read of the image after success has shown. */
export type ImageCheck =
  | { state: 'waiting' }
  | { state: 'reading' }
  | { state: 'fits' }
  | { state: 'differs'; differences: string[] }
  | { state: 'not-read'; reason: string }

export type Phase = {
  name: string
  shape: StatusShape
  current: boolean
  note: string | null
  /** A moment, a span that has ended, or one that still runs; epoch milliseconds. */
  time: { at: number } | { from: number; to: number | null } | null
}

type Job = Pick<
  JobView,
  | 'state'
  | 'submittedAt'
  | 'sentAt'
  | 'acceptedAt'
  | 'acceptedInMs'
  | 'runningAt'
  | 'endedAt'
  | 'failure'
  | 'request'
  | 'jobType'
>

/** The way of a job, all steps of it at any time, so that nothing moves when one is done. */
export function phases(job: Job, check: ImageCheck, preflight: JobPreflight | null = null): Phase[] {
  return [
    ...(preflight ? [lookedAt(preflight)] : []),
    submitted(job),
    queued(job),
    importing(job),
    ...(job.request?.kind === 'export' ? [] : [checked(job, check)]),
  ]
}

/** Before it was sent; where nothing was known of the file there is no such step. */
function lookedAt({ view, findings }: JobPreflight): Phase {
  const accepted = findings.filter(isLoud)
  const [first] = accepted
  return {
    name: 'Preflight',
    shape: first ? 'warn' : 'ok',
    current: false,
    note: first
      ? `${withoutStop(first.title)}${accepted.length > 1 ? `, and ${accepted.length - 1} more` : ''}: sent all the same`
      : tallyWords(findings),
    time: { at: view.readAt },
  }
}

function submitted(job: Job): Phase {
  const { state, acceptedAt, acceptedInMs, request } = job
  const name = 'Submitted'
  if (job.sentAt === null) return unsent(job)
  switch (state) {
    case 'submitting':
      return { name, shape: 'running', current: true, note: 'Waits for the answer of IMS', time: null }
    case 'unconfirmed':
      return {
        name,
        shape: 'unconfirmed',
        current: true,
        note: 'IMS did not answer',
        time: { at: startOf(job) },
      }
    case 'rejected':
      return {
        name,
        shape: 'bad',
        current: true,
        note: 'IMS refused the request',
        time: { at: startOf(job) },
      }
    default:
      return {
        name,
        shape: 'ok',
        current: false,
        note: !request
          ? 'Not from Slipway'
          : acceptedInMs === null
            ? null
            : `Accepted by IMS in ${formatDuration(acceptedInMs)}`,
        time: { at: acceptedAt ?? startOf(job) },
      }
  }
}

/** In Slipway's own queue, or taken out of it. */
function unsent({ state, submittedAt, endedAt }: Job): Phase {
  const phase = { name: 'Submitted', current: true } as const
  switch (state) {
    case 'rejected':
      return {
        ...phase,
        shape: 'bad',
        note: 'Taken out before it was sent',
        time: { at: endedAt ?? submittedAt },
      }
    case 'paused':
      return {
        ...phase,
        shape: 'paused',
        note: 'Not sent yet; there is no session to send it with',
        time: null,
      }
    default:
      return {
        ...phase,
        shape: 'queued',
        note: 'Waits for its turn; not sent yet',
        time: { from: submittedAt, to: null },
      }
  }
}

function queued(job: Job): Phase {
  const { state, acceptedAt, runningAt } = job
  const name = 'Queued'
  if (job.sentAt === null || state === 'submitting' || state === 'unconfirmed' || state === 'rejected')
    return toCome(name, null)
  const from = acceptedAt ?? startOf(job)
  if (state === 'queued')
    return { name, shape: 'queued', current: true, note: 'IMS has not begun yet', time: { from, to: null } }
  if (state === 'paused' && runningAt === null)
    return { name, shape: 'paused', current: true, note: 'Not watched', time: null }
  // It may have run and ended between two checks: then when it began is not known.
  return {
    name,
    shape: 'ok',
    current: false,
    note: runningAt === null ? null : `Waited ${formatDuration(wholeSeconds(runningAt - from))}`,
    time: runningAt === null ? null : { at: runningAt },
  }
}

function importing(job: Job): Phase {
  const { state, acceptedAt, runningAt, endedAt, failure } = job
  const name = job.request ? WORK_WORDS[workOf(job.request.kind)].step : 'IMS is working on it'
  const from = runningAt ?? acceptedAt ?? startOf(job)
  switch (state) {
    case 'running':
      return {
        name,
        shape: 'running',
        current: true,
        note: whatImsDoes(job),
        time: { from, to: null },
      }
    case 'succeeded':
      return {
        name,
        shape: 'ok',
        current: false,
        note: whatImsDoes(job),
        time: { from, to: endedAt },
      }
    case 'failed':
      return {
        name,
        shape: 'bad',
        current: true,
        note: failure?.title ?? null,
        time: { from, to: endedAt },
      }
    case 'paused':
      return runningAt === null
        ? toCome(name, whatImsDoes(job))
        : { name, shape: 'paused', current: true, note: 'Goes on in the cloud, not watched', time: null }
    default:
      return toCome(name, whatImsDoes(job))
  }
}

function checked({ state, request }: Job, check: ImageCheck): Phase {
  const name = 'Image is checked'
  if (state !== 'succeeded')
    return toCome(
      name,
      request
        ? 'Slipway confirms that the image is active and matches the request'
        : 'Slipway confirms that the image is active',
    )
  const phase = (shape: StatusShape, note: string): Phase => ({
    name,
    shape,
    current: shape !== 'ok',
    note,
    time: null,
  })
  switch (check.state) {
    case 'fits':
      return phase('ok', request ? 'Active, and as requested' : 'Active')
    case 'differs':
      return phase('warn', check.differences.join(' '))
    case 'not-read':
      return phase('unknown', check.reason)
    default:
      return phase('running', 'Slipway reads the image')
  }
}

function toCome(name: string, note: string | null): Phase {
  return { name, shape: 'pending', current: false, note, time: null }
}

function whatImsDoes({ request, jobType }: Pick<Job, 'request' | 'jobType'>): string | null {
  if (!request) return jobType ? `Job of type ${jobType}` : null
  if (request.kind === 'export')
    return request.format === null
      ? 'Writes the disk as it is stored'
      : `Converts the disk to ${request.format.toUpperCase()}`
  if (request.kind === 'copy') return request.kmsKeyId ? 'Copies the disk, encrypts it' : 'Copies the disk'
  if (request.quickImport) return 'Copies the disk, registers the image'
  return request.kind === 'system' && request.automaticConfiguration
    ? 'Converts the disk, applies automatic configuration, registers the image'
    : 'Converts the disk, registers the image'
}

function wholeSeconds(ms: number): number {
  return Math.max(0, Math.round(ms / 1000) * 1000)
}
