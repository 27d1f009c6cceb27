'use client'

import { Button } from '@mantine/core'
import { useId } from 'react'
import { ErrorDetails } from '@/components/elements/ErrorDetails'
import { takeLostFocus } from '@/components/elements/focus'
import { StatusMark, type StatusShape } from '@/components/elements/StatusMark'
import type { ActingProblem } from '@/lib/images/acting'
import { actingError } from '../acting/acting-error'
import classes from './BulkRun.module.css'
import { endWords, type RowResult } from './row-result'
import type { Bulk } from './useBulk'

type Props = {
  bulk: Bulk
  /** "Deleting", "Deleted": of the row that is under way, and of those that are done. */
  doing: string
  done: string
  onClose: () => void
}

/** What became of each image, while it goes on and after. */
export function BulkRun({ bulk, doing, done, onClose }: Props) {
  const { results, isRunning, isStopping, stop, retry } = bulk
  const all = [...(results?.values() ?? [])]
  const isLeft = all.some(({ state }) => state !== 'done' && state !== 'gone')
  const id = useId()
  return (
    <>
      <p id={id} className={classes.sum}>
        {isRunning ? `${doing}, one after the other…` : `${endWords(all)}.`}
      </p>
      <ul className={classes.rows} aria-label="Results">
        {[...(results ?? [])].map(([row, result]) => (
          <li key={row.image.id} className={classes.row}>
            <StatusMark shape={SHAPES[result.state]} />
            <span className={classes.name}>{row.image.name ?? row.image.id}</span>
            <span
              className={classes.word}
              data-bad={result.state === 'refused' || result.state === 'unknown'}
            >
              {wordOf(result, doing, done)}
            </span>
            {'problem' in result && result.problem ? (
              <span className={classes.why}>
                {reasonOf(result.problem)}
                {result.problem.reason === 'not-done' ? <ErrorDetails error={result.problem.error} /> : null}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        {isRunning ? (
          <Button
            // Else React makes another button of it, which a second press would hit.
            key="stop"
            ref={takeLostFocus}
            aria-describedby={id}
            aria-disabled={isStopping}
            onClick={isStopping ? undefined : stop}
          >
            {isStopping ? 'Stopping…' : 'Stop'}
          </Button>
        ) : (
          <>
            {isLeft ? <Button onClick={retry}>Try the rest again</Button> : null}
            <Button ref={takeLostFocus} variant="filled" onClick={onClose}>
              Close
            </Button>
          </>
        )}
      </div>
    </>
  )
}

const SHAPES = {
  waiting: 'pending',
  running: 'running',
  done: 'ok',
  gone: 'pending',
  refused: 'bad',
  unknown: 'unconfirmed',
} as const satisfies Record<RowResult['state'], StatusShape>

function wordOf({ state }: RowResult, doing: string, done: string): string {
  const words = {
    waiting: 'Waiting',
    running: `${doing}…`,
    done,
    gone: 'Gone already',
    refused: 'Refused',
    unknown: 'Not known whether it was done; read the list again',
  }
  return words[state]
}

function reasonOf(problem: ActingProblem): string {
  if (problem.reason === 'fields') return Object.values(problem.fields).join(' ')
  const error = actingError(problem)
  return [error?.title, error?.cause, error?.remedy]
    .flatMap((part) => (part ? part.replace(/\.?$/, '.') : []))
    .join(' ')
}
