'use client'

import type { EndedImport } from '@/lib/jobs/unseen-view'
import { EndedToast } from './EndedToast'
import { SaidToast } from './SaidToast'
import { type Said, unsay } from './said'
import classes from './Toasts.module.css'

/** More than these would cover the page; of imports, the bell's list has them all. */
const SHOWN = 4

type Props = { said: readonly Said[]; ended: readonly EndedImport[]; onDismiss: (id: string) => void }

export function Toasts({ said, ended, onDismiss }: Props) {
  const own = said.slice(0, SHOWN)
  return (
    <section className={classes.corner} aria-label="Just happened">
      {own.map((one) => (
        <SaidToast key={one.id} said={one} onDismiss={() => unsay(one.id)} />
      ))}
      {ended.slice(0, SHOWN - own.length).map((one) => (
        <EndedToast key={one.id} ended={one} onDismiss={() => onDismiss(one.id)} />
      ))}
    </section>
  )
}
