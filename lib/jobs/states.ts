/**
 * The states of an import, one list everywhere.
 *
 *   submitting ──► queued ──► running ──► succeeded
 *       │  │          │          │  └───► failed
 *       │  └─────────►│◄─────────┤
 *       │             └► paused ◄┘  (no valid token to watch with; the import goes on in the cloud)
 *       ├──► rejected      never accepted; the form keeps its values
 *       └──► unconfirmed   no answer, outcome not known; never sent again by itself
 *                 ├──► running    a person names the image it made, which is watched in the job's place
 *                 └──► rejected   a person sends it again, as another import
 */

export const JOB_STATES = [
  'submitting',
  'queued',
  'running',
  'paused',
  'unconfirmed',
  'succeeded',
  'failed',
  'rejected',
] as const
export type JobState = (typeof JOB_STATES)[number]

/** Which state may follow which. Terminal states have no exits. */
export const JOB_MOVES = {
  submitting: ['queued', 'running', 'rejected', 'unconfirmed'],
  queued: ['running', 'succeeded', 'failed', 'paused'],
  running: ['succeeded', 'failed', 'paused'],
  paused: ['queued', 'running', 'succeeded', 'failed'],
  unconfirmed: ['running', 'rejected'],
  rejected: [],
  succeeded: [],
  failed: [],
} as const satisfies Record<JobState, readonly JobState[]>

export function mayMove(from: JobState, to: JobState): boolean {
  return (JOB_MOVES[from] as readonly JobState[]).includes(to)
}

export function isTerminal(state: JobState): boolean {
  return JOB_MOVES[state].length === 0
}

/** The word on the page; `rejected` is a failure to a person. */
export const JOB_STATE_WORDS = {
  submitting: 'Submitting',
  queued: 'Queued',
  running: 'Running',
  paused: 'Paused',
  unconfirmed: 'Unconfirmed',
  succeeded: 'Succeeded',
  failed: 'Failed',
  rejected: 'Failed',
} as const satisfies Record<JobState, string>
