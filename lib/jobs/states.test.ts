import { describe, expect, test } from 'vitest'
import {
  isTerminal,
  JOB_STATE_WORDS,
  JOB_STATES,
  JOB_TRANSITIONS,
  type JobState,
  type JobTransition,
  mayTake,
} from './states.ts'

/** Every way there is, as a reader of the design would list it; written out, so that a change of the table is seen. */
const WAYS: Record<JobTransition, string> = {
  send: 'waiting > submitting',
  giveBack: 'submitting > waiting',
  accept: 'submitting > queued',
  acceptLate: 'unconfirmed > queued',
  refuse: 'submitting > rejected',
  refuseLate: 'unconfirmed > rejected',
  loseAnswer: 'submitting > unconfirmed',
  begin: 'queued, paused > running',
  succeed: 'queued, running, paused > succeeded',
  fail: 'queued, running, paused > failed',
  pause: 'waiting, queued, running > paused',
  resumeWaiting: 'paused > waiting',
  resumeQueued: 'paused > queued',
  recognise: 'unconfirmed > running',
  replace: 'unconfirmed > rejected',
  takeOut: 'waiting, paused > rejected',
}
const names = Object.keys(WAYS) as JobTransition[]

describe('the states of an import', () => {
  test.each(names)('%s goes the way it is said to, and no other', (name) => {
    const { from, to } = JOB_TRANSITIONS[name]
    expect(`${from.join(', ')} > ${to}`).toBe(WAYS[name])
    expect(JOB_STATES.filter((state) => mayTake(name, state))).toEqual(
      JOB_STATES.filter((state) => (from as readonly JobState[]).includes(state)),
    )
  })

  test('there are no others', () => {
    expect(Object.keys(JOB_TRANSITIONS)).toEqual(names)
  })

  test('exactly succeeded, failed and rejected have no exits', () => {
    expect(JOB_STATES.filter(isTerminal)).toEqual(['succeeded', 'failed', 'rejected'])
  })

  test('every state is reachable from the queue', () => {
    const reached = new Set<JobState>(['waiting'])
    for (const state of reached)
      for (const name of names) if (mayTake(name, state)) reached.add(JOB_TRANSITIONS[name].to)
    expect([...reached].sort()).toEqual([...JOB_STATES].sort())
  })

  test('what may have reached IMS is never sent again: only what is known to be unsent waits', () => {
    expect(names.filter((name) => JOB_TRANSITIONS[name].to === 'submitting')).toEqual(['send'])
    const intoQueue = names.filter((name) => JOB_TRANSITIONS[name].to === 'waiting')
    expect(intoQueue).toEqual(['giveBack', 'resumeWaiting'])
  })

  test('a page shows one of seven words', () => {
    expect(new Set(Object.values(JOB_STATE_WORDS))).toEqual(
      new Set(['Submitting', 'Queued', 'Running', 'Paused', 'Unconfirmed', 'Succeeded', 'Failed']),
    )
  })
})
