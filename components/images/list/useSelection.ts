'use client'

import { useMemo, useRef, useState } from 'react'
import type { ListedImage } from '@/lib/images/listed'
import type { ImageReader } from './ImageReader'

export type Selection = {
  ids: ReadonlySet<string>
  /** Those that are there, in the list's order first, then those that the filters leave out. */
  rows: readonly ListedImage[]
  /** How many of them the filters leave out. */
  hidden: number
  /** With `isRange` everything from the row before to this one becomes as this one does. */
  toggle: (id: string, isRange?: boolean) => void
  /** Adds everything between two rows. */
  extend: (from: string, to: string) => void
  chooseAll: (isChosen: boolean) => void
  clear: () => void
}

/** What was chosen when the list was left: one comes back to it as it was. */
const kept = new WeakMap<ImageReader, ReadonlySet<string>>()

export function useSelection(
  reader: ImageReader,
  all: readonly ListedImage[],
  shown: readonly ListedImage[],
): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => kept.get(reader) ?? new Set())
  const anchor = useRef<string | null>(null)

  const set = (next: ReadonlySet<string>) => {
    kept.set(reader, next)
    setIds(next)
  }
  const between = (from: string, to: string) => {
    const places = [from, to].map((id) => shown.findIndex(({ image }) => image.id === id))
    if (places.includes(-1)) return [to]
    return shown.slice(Math.min(...places), Math.max(...places) + 1).map(({ image }) => image.id)
  }
  const change = (changed: readonly string[], isChosen: boolean) => {
    const next = new Set(ids)
    for (const id of changed) isChosen ? next.add(id) : next.delete(id)
    set(next)
  }

  const rows = useMemo(() => {
    if (ids.size === 0) return []
    const first = shown.filter(({ image }) => ids.has(image.id))
    const shownIds = new Set(first.map(({ image }) => image.id))
    return [...first, ...all.filter(({ image: { id } }) => ids.has(id) && !shownIds.has(id))]
  }, [ids, all, shown])
  const hidden = useMemo(() => {
    const shownIds = new Set(shown.map(({ image }) => image.id))
    return rows.filter(({ image }) => !shownIds.has(image.id)).length
  }, [rows, shown])

  return {
    ids,
    rows,
    hidden,
    toggle: (id, isRange = false) => {
      const isChosen = !ids.has(id)
      change(isRange && anchor.current !== null ? between(anchor.current, id) : [id], isChosen)
      anchor.current = id
    },
    extend: (from, to) => {
      change(between(from, to), true)
      anchor.current = to
    },
    chooseAll: (isChosen) =>
      change(
        shown.map(({ image }) => image.id),
        isChosen,
      ),
    clear: () => set(new Set()),
  }
}
