import { Button } from '@mantine/core'
import { ErrorBox } from '@/components/elements/ErrorBox'
import type { ExplainedError } from '@/lib/cloud/explained-error'
import classes from './ReadingFailed.module.css'

type Props = { error: ExplainedError; onCheckAgain: (() => void) | null }

/** No answer at all, which says nothing of the file: the import can be sent as if nobody had looked. */
export function ReadingFailed({ error, onCheckAgain }: Props) {
  return (
    <div className={classes.failed}>
      <ErrorBox
        error={error}
        actions={onCheckAgain ? <Button onClick={onCheckAgain}>Check again</Button> : null}
      />
    </div>
  )
}
