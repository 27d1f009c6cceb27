import type { ReactNode } from 'react'
import classes from './Facts.module.css'
import { Nothing } from './Nothing'

export type Fact = {
  label: string
  /** Null, undefined or empty text reads as "none". */
  value: ReactNode
  /** Quiet words behind the value: "fixed at import". */
  note?: string
  /** What the cloud calls it, in a quiet second line below the label. */
  cloudName?: string | undefined
}

type Props = {
  facts: readonly Fact[]
  /** `narrow` for side cards: shorter labels, no hairlines. */
  layout?: 'wide' | 'narrow'
}

export function Facts({ facts, layout = 'wide' }: Props) {
  return (
    <dl className={`${classes.facts} ${classes[layout]}`}>
      {facts.map(({ label, value, note, cloudName }) => (
        <div key={label} className={classes.row}>
          <dt>
            {label}
            {cloudName ? <code className={classes.cloudName}>{cloudName}</code> : null}
          </dt>
          <dd>
            {value === null || value === undefined || value === '' ? <Nothing /> : value}
            {note ? <span className={classes.note}> · {note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
