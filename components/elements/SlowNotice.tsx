'use client'

import { useEffect, useState } from 'react'
import classes from './SlowNotice.module.css'

/** When waiting begins to look like a fault; a read is given up after 10 s. */
const SLOW_AFTER_MS = 8000

type Props = { service?: string }

/** Stands where something loads, and says nothing unless that takes long. */
export function SlowNotice({ service = 'IMS' }: Props) {
  const [slow, setSlow] = useState(false)

  useEffect(() => {
    // The browser's timer.
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])

  return (
    <div aria-live="polite">
      {slow ? <p className={classes.notice}>{service} is slow to answer. Still waiting.</p> : null}
    </div>
  )
}
