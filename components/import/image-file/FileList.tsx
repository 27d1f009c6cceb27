'use client'

import classes from './FileList.module.css'
import type { Listing } from './listing'
import { Rows } from './Rows'
import type { Row } from './rows'
import { Said } from './Said'

type Props = {
  id: string
  /** Another place begins at its top. */
  place: string
  listing: Listing
  active: number | null
  onChoose: (row: Row) => void
}

/** The list below the field: rows, and what is said where they are missing. */
export default function FileList({ id, place, listing, active, onChoose }: Props) {
  const { rows, aside, summary, readMore } = listing
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the focus in the field, which is left otherwise
    <div className={classes.box} onMouseDown={(event) => event.preventDefault()}>
      {aside?.kind === 'failed' ? <Said aside={aside} /> : null}
      <Rows
        key={place}
        id={id}
        rows={rows}
        active={active}
        isBusy={aside?.kind === 'reading'}
        onChoose={onChoose}
        onNearEnd={readMore}
      />
      {aside && aside.kind !== 'failed' ? <Said aside={aside} /> : null}
      {summary ? <p className={classes.summary}>{summary}</p> : null}
    </div>
  )
}
