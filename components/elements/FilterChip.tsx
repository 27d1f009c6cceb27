'use client'

import classes from './FilterChip.module.css'
import { Icon } from './Icon'

type Props = {
  label: string
  isOn: boolean
  onToggle: () => void
}

/** On or off. What is on shows the cross that a press takes it away by. */
export function FilterChip({ label, isOn, onToggle }: Props) {
  return (
    <button type="button" className={classes.chip} aria-pressed={isOn} onClick={onToggle}>
      {label}
      {isOn ? <Icon name="close" size={14} /> : null}
    </button>
  )
}
