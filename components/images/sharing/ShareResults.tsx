import { StatusMark } from '@/components/elements/StatusMark'
import classes from './ShareResults.module.css'
import type { ShareRow } from './share-state'

const LOOKS = {
  waiting: { shape: 'queued', word: 'Waiting' },
  sharing: { shape: 'running', word: 'Sharing…' },
  done: { shape: 'ok', word: 'Shared' },
  refused: { shape: 'bad', word: 'Not shared' },
  unknown: { shape: 'unconfirmed', word: 'Not known whether shared' },
} as const

type Props = { rows: readonly ShareRow[] }

/** What became of each of several projects. */
export function ShareResults({ rows }: Props) {
  if (rows.length < 2) return null
  return (
    <ul className={classes.rows} aria-label="What became of each project">
      {rows.map(({ projectId, state, reason }) => (
        <li key={projectId} className={classes.row}>
          <StatusMark shape={LOOKS[state].shape} className={classes.mark} />
          <code className={classes.id}>{projectId}</code>
          <span>
            {LOOKS[state].word}
            {reason ? `: ${reason}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}
