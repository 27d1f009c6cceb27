'use client'

import { type ReactNode, useId } from 'react'
import classes from './ChoiceRow.module.css'
import { SavedNote } from './SavedNote'
import { SettingRow } from './SettingRow'
import type { Saving } from './useSaving'

type Props<Value extends string> = {
  label: string
  help?: ReactNode
  options: readonly { value: Value; label: string }[]
  value: Value
  saving: Saving
  onChange: (value: Value) => void
}

/** Two or three choices, all in sight, saved at once. */
export function ChoiceRow<Value extends string>({
  label,
  help,
  options,
  value,
  saving,
  onChange,
}: Props<Value>) {
  const id = useId()
  return (
    <SettingRow
      label={<span id={id}>{label}</span>}
      help={help}
      helpId={`${id}-help`}
      note={<SavedNote saving={saving} />}
    >
      <div
        role="radiogroup"
        aria-labelledby={id}
        aria-describedby={help ? `${id}-help` : undefined}
        className={classes.choices}
      >
        {options.map((option) => (
          <label key={option.value} className={classes.choice}>
            <input
              type="radio"
              className={classes.radio}
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={classes.face}>{option.label}</span>
          </label>
        ))}
      </div>
    </SettingRow>
  )
}
