'use client'

import { ActionIcon } from '@mantine/core'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { Icon } from '@/components/elements/Icon'
import { StatusMark } from '@/components/elements/StatusMark'
import classes from './Toast.module.css'

type Props = {
  shape: 'ok' | 'bad'
  text: string
  /** A link or a button below the words. */
  action?: ReactNode
  /** What went well goes by itself unless somebody is at it; a failure stays until it is closed. */
  shownMs: number
  onDismiss: () => void
}

export function Toast({ shape, text, action, shownMs, onDismiss }: Props) {
  const isFailure = shape === 'bad'
  const [isHeld, setIsHeld] = useState(false)
  const dismiss = useEffectEvent(onDismiss)

  useEffect(() => {
    // The browser's timer.
    if (isFailure || isHeld) return
    const timer = setTimeout(dismiss, shownMs)
    return () => clearTimeout(timer)
  }, [isFailure, isHeld, shownMs])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is at what it holds
    <div
      className={classes.toast}
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <StatusMark shape={shape} size={18} className={classes.mark} />
      <div className={classes.words} role={isFailure ? 'alert' : 'status'}>
        {text}
      </div>
      {action ? <div className={classes.action}>{action}</div> : null}
      <ActionIcon aria-label="Dismiss" size={28} onClick={onDismiss} className={classes.close ?? ''}>
        <Icon name="close" />
      </ActionIcon>
    </div>
  )
}
