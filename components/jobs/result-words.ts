import type { JobSummary } from '@/lib/jobs/view'

const PHASES = {
  waiting: 'Not sent yet, waits for its turn',
  submitting: 'Sending the request to IMS',
  queued: 'Waiting for IMS to begin',
  running: 'IMS is importing',
  paused: 'Not watched, sign in to go on',
  unconfirmed: 'Not known whether IMS took it',
  succeeded: 'Image made',
} as const

/** What a list says beside the status: the phase of a running import, code and short cause of a failed one. */
export function resultWords({ state, failure }: Pick<JobSummary, 'state' | 'failure'>): {
  code: string | null
  text: string
} {
  if (state !== 'failed' && state !== 'rejected') return { code: null, text: PHASES[state] }
  const text = failure?.title ?? (state === 'rejected' ? 'IMS refused the request' : 'IMS gave no reason')
  return { code: failure?.code ?? null, text }
}
