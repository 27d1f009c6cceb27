'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { switchProject } from '@/app/(console)/session-actions'
import { announce } from '@/components/elements/announcements'
import type { ExplainedError } from '@/lib/cloud/explained-error'
import { sectionOf } from './sections'
import { tellOtherTabs } from './session-channel'
import { reportProjectChosen } from './session-state'

type Switching = {
  isSwitching: boolean
  /** Why the last one was refused. */
  refusal: ExplainedError | null
  /** True once the session is in that project. */
  switchTo: (projectId: string) => Promise<boolean>
  forgetRefusal: () => void
}

export function useSwitchProject(): Switching {
  const pathname = usePathname()
  const router = useRouter()
  const [refusal, setRefusal] = useState<ExplainedError | null>(null)
  const [isSwitching, startSwitching] = useTransition()

  function switchTo(projectId: string): Promise<boolean> {
    setRefusal(null)
    return new Promise((resolve) => {
      startSwitching(async () => {
        const result = await switchProject({ projectId })
        if (!result.ok) {
          setRefusal(result.error.error)
          resolve(false)
          return
        }
        reportProjectChosen(projectId)
        tellOtherTabs()
        const place = sectionOf(pathname)
        // A job or an image is not in the other project; its list is.
        if (place?.below) router.push(place.section.href)
        // The layout too: it holds the session, and with a new project starts everything below it anew.
        router.refresh()
        announce('Project changed')
        resolve(true)
      })
    })
  }

  return { isSwitching, refusal, switchTo, forgetRefusal: () => setRefusal(null) }
}
