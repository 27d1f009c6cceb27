'use client'

import { type KeyboardEvent, useState } from 'react'
import type { PlaceRow, Row } from './rows'
import { howChanged } from './typing'
import { useListing } from './useListing'

/** Rows a page key goes over; the list shows about as many. */
const PAGE_ROWS = 7

type Options = {
  value: string
  /** Where the list opens while nothing is typed; empty for the list of buckets. */
  bucket: string
  readOnly: boolean
  /** A bucket, a folder or a file was chosen: its address belongs into the field. */
  onChoose: (row: PlaceRow) => void
}

/**
 * Behaviour of the list below the field (APG: editable combobox with list autocomplete). Focus stays in the field;
 * one row may be active, which Enter chooses. The kit's own Combobox looks for its options in the document, where only
 * those near the seen ones of a long list are.
 */
export function useFileList({ value, bucket, readOnly, onChoose }: Options) {
  const [isWanted, setIsWanted] = useState(false)
  /** `first` waits for a row where none is read yet. */
  const [mark, setMark] = useState<number | 'first' | null>(null)
  /** Left by the way up: the next one is at the buckets. */
  const [isBucketLeft, setIsBucketLeft] = useState(false)
  const place = value === '' && bucket !== '' && !isBucketLeft ? `${bucket}:` : value
  const { listing, settle } = useListing(place, isWanted)
  const isOpen = isWanted && listing !== null && !readOnly
  const rows = listing?.rows ?? []
  const active = isOpen ? activeOf(rows, mark) : null

  const open = () => {
    if (isWanted || readOnly) return
    settle(place)
    setIsWanted(true)
  }
  const close = () => {
    setIsWanted(false)
    setIsBucketLeft(false)
    setMark(null)
  }
  const choose = (row: Row) => {
    switch (row.kind) {
      case 'more':
        listing?.readMore()
        return
      case 'retry':
        listing?.readAgain()
        return
      case 'file':
        // The field would cut the blanks at the end of such a name, and take another file.
        if (row.address !== row.address.trim()) return
        close()
        onChoose(row)
        return
      default:
        setMark(null)
        setIsBucketLeft(row.address === '')
        settle(row.address)
        onChoose(row)
    }
  }
  const markRow = (index: number) => {
    setMark(index)
    if (rows[index]?.kind === 'more') listing?.readMore()
  }

  /** True when the key was meant for the list, and has done its work. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return false
    if (!isOpen) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false
      open()
      setMark('first')
      return true
    }
    const row = active === null ? undefined : rows[active]
    switch (event.key) {
      case 'Escape':
        close()
        return true
      case 'Enter':
        if (row) choose(row)
        return row !== undefined
      case 'ArrowDown':
      case 'ArrowUp':
      case 'PageDown':
      case 'PageUp':
        if (active === null && listing?.aside?.kind === 'reading') setMark('first')
        else if (rows.length > 0) markRow(after(event.key, active, rows))
        return true
      case 'Home':
      case 'End':
      case 'ArrowLeft':
      case 'ArrowRight':
        // The cursor of the field moves, and goes on from the list to the text.
        setMark(null)
        return false
      default:
        return false
    }
  }

  /** An address put in whole needs no list, which must not lie over what the person goes to next. */
  const onType = (before: string, after: string) => {
    setMark(null)
    const how = howChanged(before, after)
    if (how === 'put') close()
    if (how === 'typed') setIsWanted(true)
  }

  return { isOpen, place, listing, rows, active, open, close, choose, onKeyDown, onType }
}

/** The way up stands above what a person came for. */
function firstOf(rows: readonly Row[]): number | null {
  const index = rows.findIndex(({ kind }) => kind !== 'up')
  return index < 0 ? null : index
}

function activeOf(rows: readonly Row[], mark: number | 'first' | null): number | null {
  if (mark === 'first') return firstOf(rows)
  return mark !== null && mark < rows.length ? mark : null
}

function after(
  key: 'ArrowDown' | 'ArrowUp' | 'PageDown' | 'PageUp',
  active: number | null,
  rows: readonly Row[],
): number {
  const last = rows.length - 1
  if (active === null) return key === 'ArrowUp' || key === 'PageUp' ? last : (firstOf(rows) ?? 0)
  switch (key) {
    case 'ArrowDown':
      if (active < last) return active + 1
      // What is being read comes below: going round would leave it behind.
      return rows[last]?.kind === 'more' ? last : 0
    case 'ArrowUp':
      return active > 0 ? active - 1 : last
    case 'PageDown':
      return Math.min(active + PAGE_ROWS, last)
    case 'PageUp':
      return Math.max(active - PAGE_ROWS, 0)
  }
}
