import type { ReactNode } from 'react'
import classes from './ListBar.module.css'
import { ReadAgain } from './ReadAgain'

type Props = {
  /** Trouble with what is shown. */
  start?: ReactNode
  end?: ReactNode
  onReadAgain: () => Promise<unknown>
}

/** Above a list: what is to be known of it, and reading it again where it stands. */
export function ListBar({ start, end, onReadAgain }: Props) {
  return (
    <div className={classes.bar}>
      <div className={classes.start}>{start}</div>
      {end}
      <ReadAgain onReadAgain={onReadAgain} />
    </div>
  )
}
