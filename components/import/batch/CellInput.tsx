'use client'

import { useId, useState } from 'react'
import { StatusMark } from '@/components/elements/StatusMark'
import control from '@/components/form/control.module.css'
import classes from './CellInput.module.css'

type Props = {
  /** The whole name: "Image name, row 3". */
  label: string
  value: string
  onChange: (value: string) => void
  /** What is wrong with the value, in words. */
  problem?: string | undefined
  /** Worth knowing, and no reason not to send it. */
  note?: string | undefined
  /** A value to use instead, at a press. */
  offer?: string | null
  mono?: boolean
  /** Id of a datalist. */
  list?: string | undefined
  inputMode?: 'numeric'
  onFocusChange?: (isFocused: boolean) => void
}

/** A text in a cell. A message comes when the cell is left, and goes while typing as soon as it is mended. */
export function CellInput({
  label,
  value,
  onChange,
  problem,
  note,
  mono = false,
  onFocusChange,
  offer,
  ...input
}: Props) {
  const id = useId()
  /** The message that stood when the cell was entered; undefined while it is not in focus. */
  const [entered, setEntered] = useState<{ problem: string | undefined }>()
  const shown = entered && !entered.problem ? undefined : problem
  const said = shown ?? note
  const leave = () => {
    setEntered(undefined)
    onFocusChange?.(false)
  }
  return (
    <div className={classes.cell}>
      <input
        {...input}
        className={`${control.control} ${mono ? control.mono : ''} ${classes.input}`}
        aria-label={label}
        aria-invalid={shown !== undefined}
        aria-describedby={said ? id : undefined}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onFocus={() => {
          setEntered({ problem })
          onFocusChange?.(true)
        }}
        onBlur={leave}
      />
      {said ? (
        <p id={id} className={shown ? classes.problem : classes.note}>
          <StatusMark shape={shown ? 'bad' : 'warn'} size={14} className={classes.mark} />
          <span>{said}</span>
        </p>
      ) : null}
      {shown && offer ? (
        <button
          type="button"
          className={classes.offer}
          aria-label={`Use ${offer}: ${label}`}
          onClick={() => onChange(offer)}
        >
          Use {offer}
        </button>
      ) : null}
    </div>
  )
}
