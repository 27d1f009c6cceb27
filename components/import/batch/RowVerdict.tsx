import { StatusMark, type StatusShape } from '@/components/elements/StatusMark'
import { withoutStop } from '@/components/preflight/without-stop'
import { BATCH_COLUMNS } from '@/lib/import/batch/columns'
import type { FieldName } from '../fields'
import classes from './RowVerdict.module.css'
import type { RowView } from './row-view'
import type { FileReading } from './useBatchReadings'

type Props = {
  view: RowView
  reading: FileReading
  /** Fields whose own cells say what is wrong with them. */
  saidElsewhere: readonly FieldName[]
}

/** What preflight says of a row, and what is wrong with fields that have no cell of their own. */
export function RowVerdict({ view, reading, saidElsewhere }: Props) {
  const { shape, words } = verdictOf(view, reading)
  const others = BATCH_COLUMNS.filter(
    ({ field }) => view.problems[field] !== undefined && !saidElsewhere.includes(field),
  )
  return (
    <div className={classes.verdict}>
      <p className={classes.line}>
        <StatusMark shape={shape} className={classes.mark} />
        <span>{words}</span>
      </p>
      {others.map(({ field, label }) => (
        <p key={field} className={classes.problem}>
          {label}: {withoutStop(view.problems[field] ?? '')}.
        </p>
      ))}
    </div>
  )
}

function verdictOf({ tally }: RowView, reading: FileReading): { shape: StatusShape; words: string } {
  switch (reading.state) {
    case 'none':
      return { shape: 'pending', words: 'No file yet' }
    case 'waiting':
      return { shape: 'queued', words: 'Waits to be read' }
    case 'reading':
      return { shape: 'running', words: 'Reading…' }
    case 'failed':
      return { shape: 'unknown', words: `Could not be checked: ${withoutStop(reading.words)}` }
    case 'read':
      return tally ?? { shape: 'unknown', words: 'Could not be checked' }
  }
}
