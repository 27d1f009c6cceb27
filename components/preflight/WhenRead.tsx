import { Moment } from '@/components/elements/Moment'
import { StaleLine } from '@/components/elements/StaleLine'
import type { Reading } from './reading'
import classes from './WhenRead.module.css'

type Props = {
  reading: Extract<Reading, { state: 'read' }>
  onCheckAgain: (() => void) | null
  isChecking: boolean
}

/** Says when the facts are not simply those of the file as it is: old ones, or of a file that changed meanwhile. */
export function WhenRead({ reading: { readAt, isStale, changedAt }, onCheckAgain, isChecking }: Props) {
  if (isStale && onCheckAgain)
    return (
      <div className={classes.line}>
        <StaleLine readAt={readAt} service="Slipway" onReadAgain={onCheckAgain} reading={isChecking} />
      </div>
    )
  if (changedAt === null) return null
  return (
    <p className={`${classes.line} ${classes.changed}`}>
      <span>
        The file changed in the bucket at <Moment at={changedAt} form="clock" />. This is what it holds now.
      </span>
    </p>
  )
}
