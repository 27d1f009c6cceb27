import type { JobSummary } from '@/lib/jobs/view'
import { WORK_WORDS, workOf } from '@/lib/jobs/work'

const PHASES = {
  waiting: 'Not sent yet, waits for its turn',
  submitting: 'Sending the request to IMS',
  queued: 'Waiting for IMS to begin',
  paused: 'Not watched, sign in to go on',
  unconfirmed: 'Not known whether IMS took it',
} as const

/** What a list says beside the status: the phase of a running import, code and short cause of a failed one. */
export function resultWords({ kind, state, failure }: Pick<JobSummary, 'kind' | 'state' | 'failure'>): {
  code: string | null
  text: string
} {
  if (state !== 'failed' && state !== 'rejected') {
    const words = {
      ...PHASES,
      running: WORK_WORDS[workOf(kind)].doing,
      succeeded: WORK_WORDS[workOf(kind)].made,
    }
    return { code: null, text: words[state] }
  }
  const text = failure?.title ?? (state === 'rejected' ? 'IMS refused the request' : 'IMS gave no reason')
  return { code: failure?.code ?? null, text }
}
