'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useSession } from '@/components/shell/SessionContext'
import { paths } from '@/lib/navigation'
import { isSingleKey, SECOND_KEY_WITHIN_MS } from './is-single-key'
import { sectionAt } from './single-keys'

/** Keys that lead to other pages; a page's own, such as `/`, are with what they are for. Shows nothing. */
export function SingleKeys() {
  const router = useRouter()
  const { imageApi } = useSession()

  useEffect(() => {
    // The document's keys.
    let goingSince = Number.NEGATIVE_INFINITY
    const onKey = (event: KeyboardEvent) => {
      if (!isSingleKey(event)) return
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
