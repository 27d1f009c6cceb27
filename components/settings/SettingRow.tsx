import type { ReactNode } from 'react'
import classes from './SettingRow.module.css'

type Props = {
  /** A label, or a span whose id names a group. */
  label: ReactNode
  help?: ReactNode
  helpId?: string
  /** What came of saving it. */
  note?: ReactNode
  children: ReactNode
}

/** What it is on the left, the control and what came of it on the right. */
export function SettingRow({ label, help, helpId, note, children }: Props) {
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <div className={classes.label}>{label}</div>
        {help ? (
          <div id={helpId} className={classes.help}>
            {help}
          </div>
        ) : null}
      </div>
      <div className={classes.control}>
        {note}
        {children}
      </div>
    </div>
  )
}
