'use client'

import { TextInput } from '@mantine/core'
import { useState } from 'react'

type Props = {
  label: string
  /** `2026-11-25`, or empty. */
  day: string
  problem: string | null
  onChange: (day: string) => void
}

/** Typing a year passes through 0002 and 0020: no day of ours. */
const WHOLE_YEAR = /^[1-9]/

/** The browser's own field for a day. */
export function DayField({ label, day, problem, onChange }: Props) {
  const [typed, setTyped] = useState(day)
  const [given, setGiven] = useState(day)
  if (given !== day) {
    setGiven(day)
    setTyped(day)
  }
  return (
    <TextInput
      type="date"
      label={label}
      value={typed}
      error={problem}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
        if (value === '' || WHOLE_YEAR.test(value)) onChange(value)
      }}
    />
  )
}
