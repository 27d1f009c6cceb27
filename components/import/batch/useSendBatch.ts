'use client'

import { useQueryClient } from '@tanstack/react-query'
import { unstable_isUnrecognizedActionError, useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { jobListQuery } from '@/components/jobs/queries'
import { reportSessionEnded } from '@/components/shell/session-state'
import { BATCH_CALL_ROWS, type BatchResult } from '@/lib/import/batch/submission'
import { paths } from '@/lib/navigation'
import type { BatchRow } from './batch-state'
import type { useBatch } from './useBatch'

export type SubmitBatchAction = (input: unknown) => Promise<BatchResult>

/** How the last attempt ended, when it did not end on the summary. */
export type SendOutcome =
  | { kind: 'project-changed'; projectName: string }
  | { kind: 'offline' }
  | { kind: 'updated' }
  | { kind: 'no-answer' }
  /** The server kept none of the rows, and says at each why. */
  | { kind: 'none-kept' }

type Options = {
  batch: ReturnType<typeof useBatch>
  projectId: string
  submit: SubmitBatchAction
}

/** Sends sound rows, some at a time, and goes to the summary. What is not taken stays in the table with its reason. */
export function useSendBatch({ batch, projectId, submit }: Options) {
  const router = useRouter()
  const queryClient = useQueryClient()
  const [outcome, setOutcome] = useState<SendOutcome | null>(null)
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null)
  /** Also true before the next rendering: two presses in one moment are one. */
  const isSending = useRef(false)

  /** Null when the call came to a good end, whatever became of its rows. */
  const call = async (batchId: string, rows: readonly BatchRow[]): Promise<SendOutcome | 'ended' | null> => {
    let result: BatchResult
    try {
      const sent = rows.map(({ submissionId, draft }) => ({ submissionId, draft }))
      result = await submit({ batchId, projectId, rows: sent })
    } catch (error) {
      return { kind: unstable_isUnrecognizedActionError(error) ? 'updated' : 'no-answer' }
    }
    if (result.ok) {
      batch.take(result.value.rows)
      return null
    }
    switch (result.error.reason) {
      case 'session-ended':
        reportSessionEnded()
        return 'ended'
      case 'project-changed':
        return { kind: 'project-changed', projectName: result.error.projectName }
      case 'malformed':
        return { kind: 'updated' }
    }
  }

  const sendAll = async (rows: readonly BatchRow[]): Promise<SendOutcome | 'ended' | string> => {
    if (!navigator.onLine) return { kind: 'offline' }
    const batchId = batch.begin()
    const before = batch.now().rows.length
    for (let done = 0; done < rows.length; done += BATCH_CALL_ROWS) {
      setProgress({ done, of: rows.length })
      const trouble = await call(batchId, rows.slice(done, done + BATCH_CALL_ROWS))
      if (trouble) return trouble
    }
    return batch.now().rows.length < before ? batchId : { kind: 'none-kept' }
  }

  const send = async (rows: readonly BatchRow[]): Promise<void> => {
    if (isSending.current || rows.length === 0) return
    isSending.current = true
    const ended = await sendAll(rows)
    void queryClient.invalidateQueries({ queryKey: jobListQuery().queryKey })
    if (typeof ended === 'object') setOutcome(ended)
    else if (ended !== 'ended') {
      router.push(paths.batch(ended))
      return
    }
    setProgress(null)
    isSending.current = false
  }

  return { outcome, progress, send }
}
