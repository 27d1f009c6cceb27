'use client'

import { useId } from 'react'
import { SavedNote } from '@/components/settings/SavedNote'
import { Switch } from '@/components/settings/Switch'
import { useSaving } from '@/components/settings/useSaving'
import classes from './TellLine.module.css'

type Props = {
  label: string
  /** Why it cannot be switched. */
  help: string | null
  isOn: boolean
  isDisabled: boolean
  /** False or null: it was not done. */
  turn: (isOn: boolean) => unknown
}

export function TellLine({ label, help, isOn, isDisabled, turn }: Props) {
  const id = useId()
  const saving = useSaving()
  return (
    <div className={classes.line}>
      <label htmlFor={id} className={classes.label}>
        {label}
      </label>
      <SavedNote saving={saving} />
      <Switch
        id={id}
        checked={isOn}
        disabled={isDisabled}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => {
          const wanted = event.currentTarget.checked
          void saving.save(() => turn(wanted))
        }}
      />
      {help ? (
        <p id={`${id}-help`} className={classes.help}>
          {help}
        </p>
      ) : null}
    </div>
  )
}
