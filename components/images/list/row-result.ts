import type { Acted, ActingProblem } from '@/lib/images/acting'
import { isInDoubt } from '../acting/problem-line'

/** What became of one image of a selection. */
export type RowResult =
  | { state: 'waiting' }
  | { state: 'running' }
  | { state: 'done' }
  | { state: 'gone' }
  | { state: 'refused'; problem: ActingProblem }
  /** The cloud or Slipway itself gave no answer that tells whether it was done; of Slipway's there is no problem. */
  | { state: 'unknown'; problem: ActingProblem | null }

/** @param acted null when Slipway gave no answer */
export function resultOf(acted: Acted<unknown> | null): RowResult {
  if (acted === null) return { state: 'unknown', problem: null }
  if (acted.ok) return { state: 'done' }
  const problem = acted.error
  if (problem.reason === 'gone') return { state: 'gone' }
  return { state: isInDoubt(problem) ? 'unknown' : 'refused', problem }
}

/** "3 of 4 done, 1 refused" */
export function endWords(results: readonly RowResult[]): string {
  const count = (...states: RowResult['state'][]) =>
    results.filter(({ state }) => states.includes(state)).length
  const parts = [
    `${count('done')} of ${results.length} done`,
    [count('gone'), 'gone already'],
    [count('refused'), 'refused'],
    [count('unknown'), 'not known'],
    [count('waiting', 'running'), 'not begun'],
  ]
  return parts
    .flatMap((part) => (typeof part === 'string' ? part : part[0] ? `${part[0]} ${part[1]}` : []))
    .join(', ')
}
