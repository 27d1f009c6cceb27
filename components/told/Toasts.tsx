'use client'

import type { EndedImport } from '@/lib/jobs/unseen-view'
import { Toast } from './Toast'
import classes from './Toasts.module.css'

/** More than these would cover the page; the bell's list has them all. */
const SHOWN = 4

type Props = { toasts: readonly EndedImport[]; onDismiss: (id: string) => void }

export function Toasts({ toasts, onDismiss }: Props) {
  return (
    <section className={classes.corner} aria-label="Just ended">
      {toasts.slice(0, SHOWN).map((ended) => (
        <Toast key={ended.id} ended={ended} onDismiss={() => onDismiss(ended.id)} />
      ))}
    </section>
  )
}
