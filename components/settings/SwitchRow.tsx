'use client'

import { type ReactNode, useId } from 'react'
import { SavedNote } from './SavedNote'
import { SettingRow } from './SettingRow'
import { Switch } from './Switch'
import type { Saving } from './useSaving'

type Props = {
  label: string
  help?: ReactNode
  isOn: boolean
  isDisabled?: boolean
  saving: Saving
  onChange: (isOn: boolean) => void
}

export function SwitchRow({ label, help, isOn, isDisabled = false, saving, onChange }: Props) {
  const id = useId()
  return (
    <SettingRow
      label={<label htmlFor={id}>{label}</label>}
      help={help}
      helpId={`${id}-help`}
      note={<SavedNote saving={saving} />}
    >
      <Switch
        id={id}
        checked={isOn}
        disabled={isDisabled}
        aria-describedby={help ? `${id}-help` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </SettingRow>
  )
}
