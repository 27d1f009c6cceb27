'use client'

import { Button } from '@mantine/core'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { placeBeside } from '@/components/elements/place-beside'
import { StatusMark } from '@/components/elements/StatusMark'
import controls from '@/components/form/control.module.css'
import fields from '@/components/form/Field.module.css'
import type { Days } from './DateChip'
import classes from './DatePanel.module.css'

type Props = {
  anchor: RefObject<HTMLElement | null>
  days: Days
  onChange: (days: Days) => void
  onClose: () => void
}

/** First and last day, in the reader's own time zone. Either may be left open. */
export function DatePanel({ anchor, days, onChange, onClose }: Props) {
  const panel = useRef<HTMLDivElement>(null)
  const id = useId()
  const [from, setFrom] = useState(days.from ?? '')
  const [to, setTo] = useState(days.to ?? '')
  const [isWrong, setWrong] = useState(false)

  useEffect(() => {
    // The browser's top layer.
    const element = panel.current
    if (!element || !anchor.current) return
    element.showPopover()
    placeBeside(element, anchor.current, 'below')
    element.querySelector('input')?.focus()
  }, [anchor])

  const close = () => panel.current?.hidePopover()
  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      aria-label="Date"
      className={classes.panel}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (from && to && from > to) {
            setWrong(true)
            return
          }
          const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
          onChange({ from: from || null, to: to || null, zone: timeZone })
          close()
        }}
      >
        <div className={classes.days}>
          <div>
            <label className={fields.label} htmlFor={`${id}-from`}>
              From
            </label>
            <input
              id={`${id}-from`}
              type="date"
              className={controls.control}
              value={from}
              onChange={(event) => {
                setFrom(event.currentTarget.value)
                setWrong(false)
              }}
            />
          </div>
          <div>
            <label className={fields.label} htmlFor={`${id}-to`}>
              To
            </label>
            <input
              id={`${id}-to`}
              type="date"
              className={controls.control}
              value={to}
              aria-invalid={isWrong}
              aria-describedby={isWrong ? `${id}-wrong` : undefined}
              onChange={(event) => {
                setTo(event.currentTarget.value)
                setWrong(false)
              }}
            />
          </div>
        </div>
        {isWrong ? (
          <p id={`${id}-wrong`} className={fields.message} role="alert">
            <StatusMark shape="bad" className={fields.shape} />
            <span>Choose the day of From or a later one.</span>
          </p>
        ) : null}
        <div className={classes.actions}>
          <Button
            onClick={() => {
              onChange({ ...days, from: null, to: null })
              close()
            }}
          >
            Clear date
          </Button>
          <Button type="submit" variant="filled">
            Show these days
          </Button>
        </div>
      </form>
    </div>
  )
}
