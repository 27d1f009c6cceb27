'use client'

import { useContext, useEffect, useRef, useState } from 'react'
import { announce } from '@/components/elements/announcements'
import { useWarnBeforeLeaving } from '@/components/elements/useWarnBeforeLeaving'
import { reportSessionEnded } from '@/components/shell/session-state'
import type { Acted } from '@/lib/images/acting'
import type { ListedImage } from '@/lib/images/listed'
import { ActFrameContext } from './act-frame'
import { endWords, type RowResult, resultOf } from './row-result'

export type Bulk = {
  /** In the order they are done in; null before the first. */
  results: ReadonlyMap<ListedImage, RowResult> | null
  isRunning: boolean
  isStopping: boolean
  start: (rows: readonly ListedImage[]) => void
  /** After the one that is under way. */
  stop: () => void
  /** Those that were refused, not answered or not reached. */
  retry: () => void
}

type Options = {
  act: (row: ListedImage) => Promise<Acted<unknown>>
  /** The list shows at once what was done. */
  onDone: (row: ListedImage, result: 'done' | 'gone') => void
}

/** The same to one image after the other, with what became of each. What one is refused does not keep the next. */
export function useBulk({ act, onDone }: Options): Bulk {
  const [results, setResults] = useState<ReadonlyMap<ListedImage, RowResult> | null>(null)
  const [isRunning, setRunning] = useState(false)
  const [isStopping, setStopping] = useState(false)
  // What has not begun by then is not done.
  useWarnBeforeLeaving(isRunning)
  const shouldStop = useRef(false)
  const { hold } = useContext(ActFrameContext)
  useEffect(
    // The run, which React knows nothing of: nobody would see what becomes of the rest.
    () => () => {
      shouldStop.current = true
    },
    [],
  )

  const stop = () => {
    if (!shouldStop.current) announce('Stopping after the image that is under way.')
    shouldStop.current = true
    setStopping(true)
  }

  async function run(rows: readonly ListedImage[], known: ReadonlyMap<ListedImage, RowResult>) {
    const now = new Map(known)
    for (const row of rows) now.set(row, { state: 'waiting' })
    setResults(new Map(now))
    const note = (row: ListedImage, result: RowResult) => {
      now.set(row, result)
      setResults(new Map(now))
    }
    shouldStop.current = false
    setRunning(true)
    hold(stop)
    for (const row of rows) {
      if (shouldStop.current) break
      note(row, { state: 'running' })
      const acted = await act(row).catch(() => null)
      if (acted && !acted.ok && acted.error.reason === 'session-ended') {
        note(row, { state: 'waiting' })
        reportSessionEnded()
        break
      }
      const result = resultOf(acted)
      note(row, result)
      if (result.state === 'done' || result.state === 'gone') onDone(row, result.state)
      if (result.state === 'refused' && result.problem.reason === 'project-changed') break
    }
    setRunning(false)
    setStopping(false)
    hold(null)
    announce(endWords([...now.values()]))
  }

  return {
    results,
    isRunning,
    isStopping,
    start: (rows) => void run(rows, new Map()),
    stop,
    retry: () => {
      if (!results) return
      const left = [...results].filter(([, { state }]) => state !== 'done' && state !== 'gone')
      void run(
        left.map(([row]) => row),
        results,
      )
    },
  }
}
