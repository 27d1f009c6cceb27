'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '@/components/elements/Dialog'
import { Said } from '../image-file/Said'
import { useListing } from '../image-file/useListing'
import classes from './FilePicker.module.css'
import { PickerRow } from './PickerRow'

type Props = {
  isOpen: boolean
  onClose: () => void
  /** Addresses, in the order in which they were ticked. */
  onChoose: (addresses: readonly string[]) => void
}

/** Buckets and folders to go through, and files to tick, also in several folders. */
export function FilePicker({ isOpen, onClose, onChoose }: Props) {
  const [place, setPlace] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const { listing, settle } = useListing(place, isOpen)
  const { rows = [], aside = null, summary = null } = listing ?? {}

  const go = (address: string) => {
    settle(address)
    setPlace(address)
  }
  const tick = (address: string, isTicked: boolean) => {
    const next = new Set(ticked)
    if (isTicked) next.add(address)
    else next.delete(address)
    setTicked(next)
  }
  return (
    <Dialog isOpen={isOpen} title="Choose files" onClose={onClose} shape="wide-drawer">
      <p className={`mono ${classes.place}`}>{place || 'Buckets'}</p>
      <div className={classes.list} aria-busy={aside?.kind === 'reading'}>
        {aside?.kind === 'failed' ? <Said aside={aside} /> : null}
        <ul>
          {rows.map((row) => (
            <PickerRow
              key={'address' in row ? `${row.kind} ${row.address}` : row.kind}
              row={row}
              isTicked={row.kind === 'file' && ticked.has(row.address)}
              onGo={go}
              onTick={tick}
              onMore={() => listing?.readMore()}
              onRetry={() => listing?.readAgain()}
            />
          ))}
        </ul>
        {aside && aside.kind !== 'failed' ? <Said aside={aside} /> : null}
        {summary ? <p className={classes.summary}>{summary}</p> : null}
      </div>
      <div className={classes.foot}>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="filled"
          aria-disabled={ticked.size === 0}
          onClick={() => {
            if (ticked.size === 0) return
            onChoose([...ticked])
            setTicked(new Set())
          }}
        >
          {ticked.size === 1 ? 'Add 1 file' : `Add ${ticked.size} files`}
        </Button>
      </div>
    </Dialog>
  )
}
