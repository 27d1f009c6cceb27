'use client'

import { ActionIcon } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import classes from './Dialog.module.css'
import { DialogAnnouncer } from './DialogAnnouncer'
import { Icon } from './Icon'

type Props = {
  isOpen: boolean
  title: string
  /** Escape, the close button or a press beside it. Without it the dialog stays until it is answered. */
  onClose?: () => void
  /** `drawer` stands at the right edge, over the whole height; `wide-drawer` holds text to read. */
  shape?: 'dialog' | 'drawer' | 'wide-drawer'
  children: ReactNode
}

/**
 * The browser's own modal dialog: what lies behind is inert, Escape closes, and focus goes back to where it was.
 * Give `data-autofocus` to what should have focus first: React's autoFocus comes before the dialog shows.
 */
export function Dialog({ isOpen, title, onClose, shape = 'dialog', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  /** Text that is selected with the mouse may end beside the dialog: the click is the dialog's then, too. */
  const isPressedBeside = useRef(false)

  useEffect(() => {
    // The browser's top layer.
    const element = dialog.current
    if (!isOpen) element?.close()
    else if (element && !element.open) {
      element.showModal()
      element.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    }
  }, [isOpen])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does by key what a press beside it does
    <dialog
      ref={dialog}
      className={`${classes.dialog} ${classes[shape]}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
      onPointerDown={(event) => {
        isPressedBeside.current = event.target === dialog.current
      }}
      onClick={(event) => {
        if (event.target === dialog.current && isPressedBeside.current) onClose?.()
      }}
    >
      {isOpen ? <DialogAnnouncer /> : null}
      {isOpen ? (
        <div className={classes.inside}>
          <div className={classes.head}>
            <h2 id={titleId}>{title}</h2>
            {onClose ? (
              <ActionIcon aria-label="Close" onClick={onClose} className={classes.close}>
                <Icon name="close" />
              </ActionIcon>
            ) : null}
          </div>
          {children}
        </div>
      ) : null}
    </dialog>
  )
}
