import { readBrowserSetting } from '@/components/elements/browser-settings'

/** How long after `g` the next letter counts. */
export const SECOND_KEY_WITHIN_MS = 1_500
const TAKES_TEXT = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]'

/** A key pressed by itself, not while typing or under a dialog, and not where they are turned off (WCAG 2.1.4). */
export function isSingleKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return false
  if (event.defaultPrevented || readBrowserSetting('single-keys') === 'off') return false
  const { target } = event
  if (target instanceof Element && target.closest(TAKES_TEXT)) return false
  return document.querySelector('dialog:modal') === null
}
