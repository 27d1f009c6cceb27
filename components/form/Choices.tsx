'use client'

import classes from './Choices.module.css'
import { labelId } from './field-ids'

type Props<Value extends string> = {
  /** Of the field; its label names the group. The first choice carries it: links of a problem summary lead there. */
  id: string
  /** Of the radio buttons in the form. */
  name: string
  value: Value | null
  options: readonly { value: Value; label: string }[]
  isWrong?: boolean
  describedBy?: string | undefined
  onChange: (value: Value) => void
  onLeave?: () => void
}

/** Two or three choices, all in sight. Radio buttons underneath, so arrow keys move between them. */
export function Choices<Value extends string>({
  id,
  name,
  value,
  options,
  isWrong = false,
  describedBy,
  onChange,
  onLeave,
}: Props<Value>) {
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId(id)}
      aria-describedby={describedBy}
      className={options.length > 2 ? `${classes.choices} ${classes.wide}` : classes.choices}
      data-wrong={isWrong}
    >
      {options.map((option, index) => (
        <label key={option.value} className={classes.choice}>
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            className={classes.radio}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            onBlur={onLeave}
          />
          <span className={classes.face}>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
