import type { ReactNode } from 'react'
import classes from './Columns.module.css'

type Props = { main: ReactNode; side: ReactNode }

/** On a phone both columns become one list; `order` on a part then says where it stands. */
export function Columns({ main, side }: Props) {
  return (
    <div className={classes.columns}>
      <div className={classes.main}>{main}</div>
      <div className={classes.side}>{side}</div>
    </div>
  )
}
