'use client'

import { type RefObject, useEffect } from 'react'
import { readBrowserSetting } from './browser-settings'

const TYPING = 'input, textarea, select, [contenteditable]'

/** `/` leads to a page's search, unless it is being typed somewhere, or single keys are turned off (WCAG 2.1.4). */
export function useSlashKey(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    // The document's keys.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
        return
      if (readBrowserSetting('single-keys') === 'off') return
      const { target } = event
      if (target instanceof Element && target.matches(TYPING)) return
      // What lies behind a dialog is out of reach.
      if (!field.current || document.querySelector('dialog[open]')) return
      event.preventDefault()
      field.current.focus()
      field.current.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [field])
}
