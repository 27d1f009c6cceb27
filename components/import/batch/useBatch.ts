'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReadRow } from '@/lib/import/batch/rows'
import type { RowResult } from '@/lib/import/batch/submission'
import type { ImportDraft } from '@/lib/import/draft'
import type { PreflightView } from '@/lib/preflight/view'
import { makeSubmissionId } from '../submission-id'
import {
  addRows,
  type Batch,
  type BatchRow,
  editRow,
  fillRow,
  NO_BATCH,
  putBack,
  removeRow,
  takeResults,
} from './batch-state'
import { readBatchRows, writeBatchRows } from './batch-storage'

const SAVE_AFTER_MS = 300

/** The rows of this project, kept in this browser until they are sent. */
export function useBatch(projectId: string) {
  const [batch, setBatch] = useState<Batch>(NO_BATCH)
  const [isReady, setIsReady] = useState(false)
  /** As it is at this moment, for whoever asks later than at rendering. */
  const now = useRef(batch)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const save = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    writeBatchRows(projectId, now.current)
  }, [projectId])

  const change = useCallback(
    (make: (before: Batch) => Batch) => {
      const after = make(now.current)
      if (after === now.current) return
      now.current = after
      setBatch(after)
      timer.current ??= setTimeout(save, SAVE_AFTER_MS)
    },
    [save],
  )

  useEffect(() => {
    // This browser's storage, read once and written at the latest when the page goes away.
    now.current = readBatchRows(projectId)
    setBatch(now.current)
    setIsReady(true)
    const flush = () => {
      if (timer.current !== undefined) save()
    }
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [projectId, save])

  return {
    rows: batch.rows,
    isReady,
    now: useCallback(() => now.current, []),
    add: useCallback((rows: readonly ReadRow[]) => change((before) => addRows(before, rows)), [change]),
    edit: useCallback(
      (key: string, changes: Partial<ImportDraft>) => change((before) => editRow(before, key, changes)),
      [change],
    ),
    remove: useCallback((key: string) => change((before) => removeRow(before, key)), [change]),
    putBack: (row: BatchRow, index: number) => change((before) => putBack(before, row, index)),
    fill: useCallback(
      (key: string, facts: PreflightView) => change((before) => fillRow(before, key, facts)),
      [change],
    ),
    /** The id to send under, kept before it is used. */
    begin: (): string => {
      change((before) => (before.batchId ? before : { ...before, batchId: makeSubmissionId() }))
      save()
      return now.current.batchId ?? ''
    },
    take: (results: readonly RowResult[]) => {
      change((before) => takeResults(before, results))
      save()
    },
  }
}
