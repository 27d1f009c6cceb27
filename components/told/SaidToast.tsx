'use client'

import Link from 'next/link'
import type { Said } from './said'
import { Toast } from './Toast'
import classes from './Toast.module.css'

const SHOWN_MS = 6_000
/** Long enough to see that it was the wrong one. */
const UNDO_MS = 8_000

type Props = { said: Said; onDismiss: () => void }

export function SaidToast({ said: { shape, text, undo, undoWords, link }, onDismiss }: Props) {
  return (
    <Toast
      shape={shape}
      text={text}
      shownMs={undo ? UNDO_MS : SHOWN_MS}
      onDismiss={onDismiss}
      action={
        undo ? (
          <button
            type="button"
            className={classes.undo}
            onClick={() => {
              // The button goes with the toast; focus must not fall out of the page.
              document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
              onDismiss()
              void undo()
            }}
          >
            {undoWords}
          </button>
        ) : link ? (
          <Link href={link.href} onClick={onDismiss}>
            {link.words}
          </Link>
        ) : null
      }
    />
  )
}
