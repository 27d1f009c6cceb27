'use client'

import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { announce } from '@/components/elements/announcements'
import { readBrowserSetting } from '@/components/elements/browser-settings'
import type { ListedImage } from '@/lib/images/listed'
import type { RowActs } from './row-acts'
import type { Selection } from './useSelection'

const LETTERS: ReadonlySet<string> = new Set(['j', 'k', 'x'])
const TAKES_KEYS = 'input, textarea, select, button, a, [contenteditable], [popover]'

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

  function act(key: string, isShift: boolean, isOnLink: boolean): boolean {
    const row = rows[current]
    const to = { ArrowDown: current + 1, j: current + 1, ArrowUp: current - 1, k: current - 1 }[key]
    if (to !== undefined) {
      const next = goTo(to)
      if (isShift && row && next) {
        selection.extend(row.image.id, next.image.id)
        tellChosen(next, true)
      }
    } else if (key === 'Home' || key === 'End') goTo(key === 'Home' ? 0 : rows.length - 1)
    else if (key === ' ' && isOnLink && row) {
      tellChosen(row, !selection.ids.has(row.image.id))
      selection.toggle(row.image.id, isShift)
    } else if (key === 'x' && row)
      acts.ask('delete', selection.ids.has(row.image.id) ? selection.rows : [row])
    else return false
    return true
  }

  const enter = useEffectEvent(() => goTo(current))
  useEffect(() => {
    // The document's keys: j and k lead into the list from where nothing else takes them.
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'j' && event.key !== 'k') return
      if (event.defaultPrevented || isOther(event)) return
      const { target } = event
      if (target instanceof Element && target.closest(TAKES_KEYS)) return
      if (document.querySelector('dialog:modal')) return
      if (enter()) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const { target, key, shiftKey } = event
      if (event.defaultPrevented || isOther(event) || !(target instanceof Element)) return
      if (target.closest('[popover], dialog')) return
      if (act(key, shiftKey, target.matches('[data-row-link]'))) event.preventDefault()
    },
    onFocus: (target: Element) => {
      const id = target.closest('[data-id]')?.getAttribute('data-id')
      if (id && id !== rows[current]?.image.id) onCurrent(id)
    },
  }
}

function isOther(event: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  return LETTERS.has(event.key) && readBrowserSetting('single-keys') === 'off'
}
