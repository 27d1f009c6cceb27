'use client'

import { useState } from 'react'
import { useUnderWay } from '@/components/elements/useUnderWay'
import { reportSessionEnded } from '@/components/shell/session-state'
import type { ExplainedError } from '@/lib/cloud/explained-error'
import type { Acted } from '@/lib/images/acting'
import { actingError, lostAnswer } from './acting-error'
import { useSayUnseen } from './useSayUnseen'

type Options<Value> = {
  /** What is asked for, as a toast names it: "Copy of debian-10". */
  act: string
  /** Whether the dialog that asks shows: closed meanwhile, a toast says what it would have said. */
  isOpen: boolean
  onDone: (value: Value) => void
}

/**
 * Sends one change and keeps what was wrong with it: messages at fields, and what a box says. A second press while the
 * first is on its way does nothing.
 */
export function useActing<Value>({ act: words, isOpen, onDone }: Options<Value>) {
  const sayUnseen = useSayUnseen(isOpen)
  const [messages, setMessages] = useState<Readonly<Partial<Record<string, string>>>>({})
  const [error, setError] = useState<ExplainedError | null>(null)
  const { isUnderWay: isSending, start } = useUnderWay()

  const refuse = (fields: Readonly<Partial<Record<string, string>>>) => {
    setError(null)
    setMessages(fields)
  }
  const send = (act: () => Promise<Acted<Value>>) => {
    if (isSending) return
    setError(null)
    setMessages({})
    start(async () => {
      const acted = await act().catch(lostAnswer)
      if (acted.ok) {
        onDone(acted.value)
        return
      }
      const problem = acted.error
      if (problem.reason === 'session-ended') reportSessionEnded()
      if (problem.reason === 'fields') setMessages(problem.fields)
      setError(actingError(problem))
      sayUnseen(words, problem)
    })
  }
  return { send, refuse, messages, error, isSending }
}
