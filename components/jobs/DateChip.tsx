'use client'

import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import classes from '@/components/elements/FilterChip.module.css'
import { Icon } from '@/components/elements/Icon'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { useToggle } from '@/components/elements/useToggle'
import { daySpan } from '@/lib/format/day'
import type { JobFilters } from '@/lib/jobs/filters'

const DatePanel = dynamic(
  () => import('./DatePanel').then(({ DatePanel }) => DatePanel).catch(() => NotLoaded),
  { ssr: false },
)

export type Days = Pick<JobFilters, 'from' | 'to' | 'zone'>

type Props = {
  days: Days
  onChange: (days: Days) => void
}

export function DateChip({ days, onChange }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const toggle = useToggle(isOpen, setOpen)
  const words = daySpan(days.from, days.to)
  return (
    <>
      <span className={classes.pair}>
        <button
          ref={button}
          type="button"
          className={`${classes.chip} ${words ? classes.on : classes.asks}`}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          {...toggle}
        >
          {words ? null : <Icon name="plus" size={14} />}
          {words ? `Date: ${words}` : 'Date'}
        </button>
        {words ? (
          <button
            type="button"
            className={`${classes.chip} ${classes.on}`}
            aria-label="Clear date"
            onClick={() => {
              onChange({ ...days, from: null, to: null })
              button.current?.focus()
            }}
          >
            <Icon name="close" size={14} />
          </button>
        ) : null}
      </span>
      {isOpen ? (
        <DatePanel anchor={button} days={days} onChange={onChange} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}
