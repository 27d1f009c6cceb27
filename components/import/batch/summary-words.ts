import type { BatchView } from '@/lib/import/batch/view'
import type { JobState } from '@/lib/jobs/states'

const GROUPS = [
  { words: 'succeeded', states: ['succeeded'] },
  { words: 'failed', states: ['failed', 'rejected'] },
  { words: 'not confirmed', states: ['unconfirmed'] },
  { words: 'running', states: ['submitting', 'queued', 'running'] },
  { words: 'paused', states: ['paused'] },
  { words: 'waiting', states: ['waiting'] },
] as const satisfies readonly { words: string; states: readonly JobState[] }[]

/** "5 succeeded, 1 failed, 2 running, 1 waiting (2 before it)" */
export function summaryWords({ jobs, waitingBefore }: BatchView): string {
  return GROUPS.flatMap(({ words, states }) => {
    const count = jobs.filter(({ state }) => states.some((one) => one === state)).length
    if (count === 0) return []
    return [`${count} ${words}${words === 'waiting' ? before(count, waitingBefore) : ''}`]
  }).join(', ')
}

function before(count: number, others: number | null): string {
  if (others === null || others === 0) return ''
  return ` (${others} before ${count === 1 ? 'it' : 'them'})`
}
