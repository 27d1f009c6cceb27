'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { readBrowserSetting } from '@/components/elements/browser-settings'
import { useSession } from '@/components/shell/SessionContext'
import { paths } from '@/lib/navigation'
import { sectionAt } from './single-keys'

/** How long after `g` the next letter counts. */
const SECOND_KEY_WITHIN_MS = 1_500
const TAKES_TEXT = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]'

/** Keys that lead to other pages; a page's own, such as `/`, are with what they are for. Shows nothing. */
export function SingleKeys() {
  const router = useRouter()
  const { imageApi } = useSession()

  useEffect(() => {
    // The document's keys.
    let goingSince = Number.NEGATIVE_INFINITY
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isMeantForSomethingElse(event)) return
      const isSecond = event.timeStamp - goingSince < SECOND_KEY_WITHIN_MS
      goingSince = !isSecond && event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      const section = isSecond ? sectionAt(event.key, imageApi) : undefined
      if (section) router.push(section.href)
      else if (event.key === 'c' && !isSecond && imageApi === 'ims') router.push(paths.import())
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [router, imageApi])

  return null
}

function isMeantForSomethingElse(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return true
  if (readBrowserSetting('single-keys') === 'off') return true
  const { target } = event
  if (target instanceof Element && target.closest(TAKES_TEXT)) return true
  return document.querySelector('dialog:modal') !== null
}
