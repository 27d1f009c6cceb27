import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTerminal, JOB_MOVES, JOB_STATE_WORDS, JOB_STATES, type JobState, mayMove } from './states.ts'

const anyState = fc.constantFrom(...JOB_STATES)

describe('the states of an import', () => {
  test('exactly succeeded, failed and rejected have no exits', () => {
    expect(JOB_STATES.filter(isTerminal)).toEqual(['succeeded', 'failed', 'rejected'])
  })

  test('every state is reachable from submitting', () => {
    const reached = new Set<JobState>(['submitting'])
    for (const state of reached) for (const next of JOB_MOVES[state]) reached.add(next)
    expect([...reached].sort()).toEqual([...JOB_STATES].sort())
  })

  test('nothing returns to submitting: what was sent is never sent again', () => {
    fc.assert(fc.property(anyState, (from) => !mayMove(from, 'submitting')))
  })

  test('a page shows one of seven words', () => {
    expect(new Set(Object.values(JOB_STATE_WORDS))).toEqual(
      new Set(['Submitting', 'Queued', 'Running', 'Paused', 'Unconfirmed', 'Succeeded', 'Failed']),
    )
  })
})
