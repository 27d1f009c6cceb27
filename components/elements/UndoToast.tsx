'use client'

import { ActionIcon, Button } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { Icon } from './Icon'
import { StatusMark } from './StatusMark'
import classes from './UndoToast.module.css'

/** Time to see what one has done, and to press. */
const SHOWN_MS = 8_000

type Props = {
  words: string
  /** Takes it back; null for what went wrong, which stays until it is closed. */
  undo: { words: string; act: () => void } | null
  onDismiss: () => void
}

/** What was just done, and how to take it back. It waits while somebody is at it. */
export function UndoToast({ words, undo, onDismiss }: Props) {
  const [isHeld, setHeld] = useState(false)
  const dismiss = useEffectEvent(onDismiss)
  const goes = undo !== null && !isHeld

  useEffect(() => {
    // The browser's timer.
    if (!goes) return
    const timer = setTimeout(dismiss, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [goes])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is at what it holds
    <div
      className={classes.toast}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {undo ? null : <StatusMark shape="bad" />}
      <div className={classes.words} role={undo ? 'status' : 'alert'}>
        {words}
      </div>
      {undo ? (
        <Button
          size="xs"
          className={classes.undo ?? ''}
          onClick={() => {
            onDismiss()
            undo.act()
          }}
        >
          {undo.words}
        </Button>
      ) : null}
      <ActionIcon
        aria-label="Dismiss"
        size={28}
        onClick={onDismiss}
        className={undo ? '' : (classes.undo ?? '')}
      >
        <Icon name="close" />
      </ActionIcon>
    </div>
  )
}
