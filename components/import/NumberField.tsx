'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { Icon } from '@/components/elements/Icon'
import controls from './control.module.css'
import { Field } from './Field'
import { describedBy, fieldId } from './fields'
import classes from './NumberField.module.css'
import { useImportField } from './useImportField'

type Props = {
  name: 'minDiskGb' | 'minRamMb' | 'maxRamMb'
  label: string
  extra?: string
  help: ReactNode
  mark?: ReactNode
  note?: ReactNode
  range: { min: number; max: number }
  /** Steps go no lower, though less may be typed. */
  stepsFrom?: number | null
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }

/**
 * A whole number as text: what is typed stays as typed, wrong or not. Arrow keys step by 1, Page keys by 10,
 * within the range.
 */
export function NumberField({ name, label, extra, help, mark, note, range, stepsFrom = null }: Props) {
  const { value, message, finding, readOnly, change, leave } = useImportField(name)
  const lowest = Math.min(range.max, Math.max(range.min, stepsFrom ?? range.min))
  const number = /^\d{1,9}$/.test(value.trim()) ? Number(value) : null
  const step = (by: number) => {
    const next = number === null ? lowest : number + by
    change(String(Math.min(range.max, Math.max(lowest, next))))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = STEPS[event.key]
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    step(by)
  }
  return (
    <Field
      name={name}
      label={label}
      extra={extra}
      mark={mark}
      help={help}
      note={note}
      finding={finding}
      message={message}
    >
      <div className={classes.row}>
        <input
          id={fieldId(name)}
          className={`${controls.control} ${classes.number}`}
          inputMode="numeric"
          autoComplete="off"
          readOnly={readOnly}
          value={value}
          aria-invalid={message !== undefined}
          aria-describedby={describedBy(name, { extra, mark, help, note, finding, message })}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={leave}
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
    </Field>
  )
}
