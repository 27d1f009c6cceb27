import type { ReactNode } from 'react'
import { StatusMark } from '@/components/elements/StatusMark'
import classes from './Field.module.css'
import type { FieldFinding } from './field-finding'
import { extraId, findingId, helpId, labelId, markId, messageId, noteId } from './field-ids'

type Props = {
  /** Of the control. */
  id: string
  /** The whole accessible name. Everything else stands beside it and describes. */
  label: string
  /** A group has no element a label could point to; the id of the label names it. */
  group?: boolean
  /** `optional`. */
  extra?: string | undefined
  /** Where the value came from. */
  mark?: ReactNode
  help?: ReactNode
  /** A fact about the value that is no mistake. */
  note?: ReactNode
  /** What the file says of the value. */
  finding?: FieldFinding | null
  message: string | undefined
  children: ReactNode
}

/** Label, help, control, note and message of one value, tied to the control by `describedBy`. */
export function Field({
  id,
  label,
  group = false,
  extra,
  mark,
  help,
  note,
  finding,
  message,
  children,
}: Props) {
  return (
    <div className={classes.field}>
      <div className={classes.head}>
        {group ? (
          <span id={labelId(id)} className={classes.label}>
            {label}
          </span>
        ) : (
          <label htmlFor={id} className={classes.label}>
            {label}
          </label>
        )}
        {extra ? (
          <span id={extraId(id)} className={classes.extra}>
            {extra}
          </span>
        ) : null}
        {mark ? (
          <span id={markId(id)} className={classes.mark}>
            {mark}
          </span>
        ) : null}
      </div>
      {help ? (
        <p id={helpId(id)} className={classes.help}>
          {help}
        </p>
      ) : null}
      {children}
      {note ? (
        <p id={noteId(id)} className={classes.note}>
          {note}
        </p>
      ) : null}
      {finding ? (
        <p id={findingId(id)} className={classes.finding}>
          {finding.isWarning ? <StatusMark shape="warn" className={classes.shape} /> : null}
          <span>{finding.text}</span>
        </p>
      ) : null}
      {message ? (
        <p id={messageId(id)} className={classes.message}>
          <StatusMark shape="bad" className={classes.shape} />
          <span>{message}</span>
        </p>
      ) : null}
    </div>
  )
}
