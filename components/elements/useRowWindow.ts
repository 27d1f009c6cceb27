'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** Up to here all rows are drawn: the browser's own search finds each of them. */
const WINDOW_FROM = 200
/** Rows kept beyond each edge of the view. */
const MARGIN_ROWS = 20
/** So far one scrolls before other rows are drawn. */
const STEP_ROWS = 10
/** Rows of a view of whose height nothing is known yet. */
const VIEW_ROWS = 40

/** How far apart rows stand. Remembered, so that a list that one comes back to has its height at once. */
let rowPitch = 53

type View = { from: number; to: number; pitch: number }

/**
 * Which rows of a long table on a page that scrolls are drawn: those about the view, and the one that has focus. All
 * rows have one height, whatever it is on this screen.
 *
 * @param kept place of a row that is drawn wherever the view is
 * @returns `body` for the table's body, whose drawn rows carry `data-row`, their place in the list; `look` for when the
 * view was moved by code, and has to be right before anybody sees it
 */
export function useRowWindow(
  count: number,
  kept: number | null = null,
): {
  body: RefObject<HTMLTableSectionElement | null>
  drawn: number[]
  pitch: number
  look: () => void
  onFocus: (event: { target: Element }) => void
} {
  const body = useRef<HTMLTableSectionElement>(null)
  const [view, setView] = useState<View>({ from: 0, to: 2 * MARGIN_ROWS + VIEW_ROWS, pitch: rowPitch })
  const [focused, setFocused] = useState<number | null>(null)
  const isWindowed = count > WINDOW_FROM

  const look = useCallback(() => {
    if (!body.current) return
    rowPitch = pitchOf(body.current) ?? rowPitch
    const next = viewOf(body.current.getBoundingClientRect().top, rowPitch)
    setView((before) => (isSame(before, next) ? before : next))
  }, [])
  useEffect(() => {
    // The page's scroll position and size.
    if (!isWindowed) return
    look()
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [isWindowed, look])

  const from = isWindowed ? Math.min(view.from, Math.max(0, count - STEP_ROWS)) : 0
  const to = isWindowed ? Math.min(count, view.to) : count
  const drawn = Array.from({ length: to - from }, (_, offset) => from + offset)
  const others = [...new Set([focused, kept])].filter((place) => place !== null).sort((a, b) => a - b)
  drawn.unshift(...others.filter((place) => place < from))
  drawn.push(...others.filter((place) => place >= to && place < count))
  return {
    body,
    drawn,
    pitch: view.pitch,
    look,
    onFocus: ({ target }) => {
      const row = target.closest('[data-row]')?.getAttribute('data-row')
      setFocused(row === null || row === undefined ? null : Number(row))
    },
  }
}

/** From two rows that follow one another: borders and gaps count. */
function pitchOf(body: HTMLElement): number | null {
  const rows = [...body.querySelectorAll<HTMLElement>('[data-row]')]
  const second = rows.findIndex((row, index) => {
    const before = rows[index - 1]
    return before && Number(row.dataset.row) === Number(before.dataset.row) + 1
  })
  const [upper, lower] = [rows[second - 1], rows[second]]
  if (!upper || !lower) return null
  return lower.getBoundingClientRect().top - upper.getBoundingClientRect().top
}

function viewOf(bodyTop: number, pitch: number): View {
  const first = Math.max(0, Math.floor(-bodyTop / pitch))
  const from = Math.max(0, Math.floor((first - MARGIN_ROWS) / STEP_ROWS) * STEP_ROWS)
  const seen = Math.ceil(window.innerHeight / pitch)
  return { from, to: from + seen + 2 * MARGIN_ROWS + STEP_ROWS, pitch }
}

function isSame(a: View, b: View): boolean {
  return a.from === b.from && a.to === b.to && a.pitch === b.pitch
}
