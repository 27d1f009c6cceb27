import { expect, test } from 'vitest'
import type { JobState } from '@/lib/jobs/states'
import { summaryWords } from './summary-words'

const batch = (states: readonly JobState[], waitingBefore: number | null = null) => ({
  jobs: states.map((state, index) => ({
    id: String(index),
    version: 1,
    file: null,
    addedBy: null,
    imsJobId: null,
    usual: null,
    state,
    kind: 'system' as const,
    imageName: 'web',
    startedBy: 'demo',
    submittedAt: 0,
    sentAt: null,
    endedAt: null,
    failure: null,
    imageId: null,
    ofImageId: null,
  })),
  waitingBefore,
  pollAfterMs: null,
})

test.each<[readonly JobState[], number | null, string]>([
  [
    ['succeeded', 'succeeded', 'failed', 'running', 'submitting', 'waiting'],
    2,
    '2 succeeded, 1 failed, 2 running, 1 waiting (2 before it)',
  ],
  [['rejected', 'failed'], null, '2 failed'],
  [['waiting', 'waiting'], 0, '2 waiting'],
  [['waiting', 'waiting'], 3, '2 waiting (3 before them)'],
  [['unconfirmed', 'paused', 'queued'], null, '1 not confirmed, 1 running, 1 paused'],
])('%j', (states, before, words) => {
  expect(summaryWords(batch(states, before))).toBe(words)
})
