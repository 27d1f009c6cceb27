'use client'

import { useIsShown } from '@/components/elements/useIsShown'
import { sayFailed } from '@/components/told/said'
import type { ActingProblem } from '@/lib/images/acting'
import { problemLine } from './problem-line'

/**
 * Says in a toast why an act was not done where the dialog that asked for it was closed before the answer came: what the
 * dialog then says, nobody sees.
 */
export function useSayUnseen(isOpen: boolean): (act: string, problem: ActingProblem) => void {
  const isShown = useIsShown(isOpen)
  return (act, problem) => {
    if (!isShown()) sayFailed(`${act}: ${problemLine(problem)}`)
  }
}
