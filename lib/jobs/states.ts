/**
 * The states of an import and every way from one to another, in one list.
 *
 *   (queue) ─► waiting ◄───────────────┐
 *                │ ▲ send / giveBack   │ resumeWaiting
 *                ▼ │                   │
 *   (form) ─► submitting ──► queued ──► running ──► succeeded
 *                │  │          │ ▲        │ ▲  └──► failed
 *                │  │          ▼ │        ▼ │
 *                │  │          └── paused ──┘        no valid token to send or watch with; what IMS has goes on
 *                │  └────► rejected                  never accepted; the form keeps its values
 *                └───────► unconfirmed               no answer, outcome not known; never sent again by itself
 */

export const JOB_STATES = [
  'waiting',
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

type Transition = { from: readonly JobState[]; to: JobState }

/** Nothing changes the state of an import but one of these. */
export const JOB_TRANSITIONS = {
  /** Its turn in the queue has come: the call goes out. */
  send: { from: ['waiting'], to: 'submitting' },
  /** IMS has too much to do and took nothing: back into the queue. */
  giveBack: { from: ['submitting'], to: 'waiting' },
  accept: { from: ['submitting'], to: 'queued' },
  /** The answer came although it had been given up, as after a store that was away for a while. */
  acceptLate: { from: ['unconfirmed'], to: 'queued' },
  refuse: { from: ['submitting'], to: 'rejected' },
  refuseLate: { from: ['unconfirmed'], to: 'rejected' },
  loseAnswer: { from: ['submitting'], to: 'unconfirmed' },
  begin: { from: ['queued', 'paused'], to: 'running' },
  succeed: { from: ['queued', 'running', 'paused'], to: 'succeeded' },
  fail: { from: ['queued', 'running', 'paused'], to: 'failed' },
  pause: { from: ['waiting', 'queued', 'running'], to: 'paused' },
  /** Its owner has signed in again, and it was never sent. */
  resumeWaiting: { from: ['paused'], to: 'waiting' },
  /** Its owner has signed in again, and IMS has not begun yet. */
  resumeQueued: { from: ['paused'], to: 'queued' },
  /** "This is it": a person names the image it made, which is watched in the job's place. */
  recognise: { from: ['unconfirmed'], to: 'running' },
  /** "Send again": a person has it sent once more, as another import. */
  replace: { from: ['unconfirmed'], to: 'rejected' },
  /** "Take it out", before it was sent. */
  takeOut: { from: ['waiting', 'paused'], to: 'rejected' },
} as const satisfies Record<string, Transition>
export type JobTransition = keyof typeof JOB_TRANSITIONS

const transitions: Record<JobTransition, Transition> = JOB_TRANSITIONS

export function mayTake(transition: JobTransition, from: JobState): boolean {
  return transitions[transition].from.includes(from)
}

const LEFT = new Set(Object.values(transitions).flatMap(({ from }) => from))

/** Nothing more will change. */
export function isTerminal(state: JobState): boolean {
  return !LEFT.has(state)
}

const WORKING: ReadonlySet<JobState> = new Set(['submitting', 'queued', 'running'])

/** It goes on for all that is known; a paused or unconfirmed one may have ended, and one that waits was never sent. */
export function isWorking(state: JobState): boolean {
  return WORKING.has(state)
}

/** The word on the page; `rejected` is a failure to a person, and which queue one waits in is said beside the word. */
export const JOB_STATE_WORDS = {
  waiting: 'Queued',
  submitting: 'Submitting',
  queued: 'Queued',
  running: 'Running',
  paused: 'Paused',
  unconfirmed: 'Unconfirmed',
  succeeded: 'Succeeded',
  failed: 'Failed',
  rejected: 'Failed',
} as const satisfies Record<JobState, string>
