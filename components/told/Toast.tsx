'use client'

import { ActionIcon } from '@mantine/core'
import Link from 'next/link'
import { useEffect, useEffectEvent, useState } from 'react'
import { Icon } from '@/components/elements/Icon'
import { StatusMark } from '@/components/elements/StatusMark'
import type { EndedImport } from '@/lib/jobs/unseen-view'
import { paths } from '@/lib/navigation'
import { endedTitle } from './ended-words'
import classes from './Toast.module.css'

const SHOWN_MS = 6_000

type Props = { ended: EndedImport; onDismiss: () => void }

/** A success goes by itself unless somebody is at it; a failure stays until it is closed. */
export function Toast({ ended, onDismiss }: Props) {
  const isFailure = ended.state === 'failed'
  const [isHeld, setIsHeld] = useState(false)
  const dismiss = useEffectEvent(onDismiss)

  useEffect(() => {
    // The browser's timer.
    if (isFailure || isHeld) return
    const timer = setTimeout(dismiss, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isFailure, isHeld])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is at what it holds
    <div
      className={classes.toast}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <StatusMark shape={isFailure ? 'bad' : 'ok'} size={18} className={classes.mark} />
      <div className={classes.words} role={isFailure ? 'alert' : 'status'}>
        {endedTitle(ended)}
      </div>
      <Link href={paths.job(ended.id)} className={classes.link} onClick={onDismiss}>
        Open job
      </Link>
      <ActionIcon aria-label="Dismiss" size={28} onClick={onDismiss} className={classes.close ?? ''}>
        <Icon name="close" />
      </ActionIcon>
    </div>
  )
}
