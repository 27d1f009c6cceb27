'use client'

import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { announce } from '@/components/elements/announcements'
import { useSingleKeys } from '@/components/keyboard/useSingleKeys'
import type { ListedImage } from '@/lib/images/listed'
import type { RowActs } from './row-acts'
import type { Selection } from './useSelection'

type Keys = {
  body: RefObject<HTMLTableSectionElement | null>
  rows: readonly ListedImage[]
  /** Place of the row that is in the order of Tab. */
  current: number
  onCurrent: (id: string) => void
  selection: Selection
  acts: RowActs
}

/**
 * One row at a time is in the order of Tab; arrows lead to the others, also to those that are not drawn. j, k and x
 * are left alone where single keys are turned off (WCAG 2.1.4).
 */
export function useRowKeys({ body, rows, current, onCurrent, selection, acts }: Keys) {
  /** The row that gets focus as soon as it is drawn. */
  const wanted = useRef<string | null>(null)

  const takeFocus = () => {
    const row = body.current?.querySelector<HTMLElement>(`[data-id="${wanted.current}"]`)
    if (!row) return
    wanted.current = null
    row.querySelector<HTMLElement>('[data-row-link]')?.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn changes with the current row
  useLayoutEffect(() => {
    // The document's focus.
    if (wanted.current !== null) takeFocus()
  }, [current, rows])

  const goTo = (place: number): ListedImage | undefined => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, place))]
    if (!row) return undefined
    wanted.current = row.image.id
    onCurrent(row.image.id)
    takeFocus()
    return row
  }

  const tellChosen = (row: ListedImage, isChosen: boolean) =>
    announce(`${row.image.name ?? 'The image'} ${isChosen ? 'selected' : 'not selected'}`)

  const move = (by: number, isShift: boolean) => {
    const row = rows[current]
    const next = goTo(current + by)
    if (!isShift || !row || !next) return
    selection.extend(row.image.id, next.image.id)
    tellChosen(next, true)
  }

  /** Whether the key was for the list. */
  function act(key: string, isShift: boolean, isOnLink: boolean): boolean {
    const row = rows[current]
    if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1, isShift)
    else if (key === 'Home' || key === 'End') goTo(key === 'Home' ? 0 : rows.length - 1)
    else if (key === ' ' && isOnLink && row) {
      tellChosen(row, !selection.ids.has(row.image.id))
      selection.toggle(row.image.id, isShift)
    } else return false
    return true
  }

  const letter = (press: (isInList: boolean) => void) => () => {
    const focused = document.activeElement
    // A menu or a panel has keys of its own.
    if (!focused?.closest('[popover]')) press(body.current?.contains(focused) ?? false)
  }
  useSingleKeys({
    j: letter((isInList) => (isInList ? move(1, false) : goTo(current))),
    k: letter((isInList) => (isInList ? move(-1, false) : goTo(current))),
    x: letter((isInList) => {
      const row = rows[current]
      if (isInList && row) acts.ask('delete', selection.ids.has(row.image.id) ? selection.rows : [row])
    }),
  })

  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const { target, key, shiftKey, ctrlKey, metaKey, altKey } = event
      if (event.defaultPrevented || ctrlKey || metaKey || altKey || !(target instanceof Element)) return
      if (target.closest('[popover], dialog')) return
      if (act(key, shiftKey, target.matches('[data-row-link]'))) event.preventDefault()
    },
    onFocus: (target: Element) => {
      const id = target.closest('[data-id]')?.getAttribute('data-id')
      if (id && id !== rows[current]?.image.id) onCurrent(id)
    },
  }
}
