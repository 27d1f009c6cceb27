'use client'

import type { KeyboardEvent } from 'react'
import { Icon } from '@/components/elements/Icon'
import controls from './control.module.css'
import classes from './NumberBox.module.css'

type Props = {
  id: string
  /** As typed. */
  value: string
  range: { min: number; max: number }
  /** Steps go no lower, though less may be typed. */
  stepsFrom?: number | null
  readOnly?: boolean
  isWrong?: boolean
  describedBy?: string | undefined
  onChange: (value: string) => void
  onLeave?: () => void
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }

/**
 * A whole number as text: what is typed stays as typed, wrong or not. Arrow keys step by 1, Page keys by 10,
 * within the range.
 */
export function NumberBox({
  id,
  value,
  range,
  stepsFrom = null,
  readOnly = false,
  isWrong = false,
  describedBy,
  onChange,
  onLeave,
}: Props) {
  const lowest = Math.min(range.max, Math.max(range.min, stepsFrom ?? range.min))
  const number = /^\d{1,9}$/.test(value.trim()) ? Number(value) : null
  const step = (by: number) => {
    const next = number === null ? lowest : number + by
    onChange(String(Math.min(range.max, Math.max(lowest, next))))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = STEPS[event.key]
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    step(by)
  }
  return (
    <div className={classes.row}>
      <input
        id={id}
        className={`${controls.control} ${classes.number}`}
        inputMode="numeric"
        autoComplete="off"
        readOnly={readOnly}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onLeave}
        onKeyDown={onKeyDown}
      />
      {/* For the mouse only: keys do the same from inside the field. */}
      <span className={classes.steps} aria-hidden="true">
        <button type="button" tabIndex={-1} className={classes.step} onClick={() => step(-1)}>
          <Icon name="chevron-down" size={14} />
        </button>
        <button type="button" tabIndex={-1} className={classes.step} onClick={() => step(1)}>
          <Icon name="chevron-up" size={14} />
        </button>
      </span>
    </div>
  )
}
