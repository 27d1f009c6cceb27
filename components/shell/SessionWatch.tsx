'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useClockText } from '@/components/elements/clock'
import { sessionQuery } from './queries'
import { useSession } from './SessionContext'
import { onOtherTab } from './session-channel'
import { reportSessionEnded } from './session-state'

/** Learns of the session's end by clock, by poll and from other tabs. Shows nothing. */
export function SessionWatch() {
  const session = useSession()
  const queryClient = useQueryClient()
  useQuery({ ...sessionQuery(), initialData: session })
  const isOver = useClockText((now) => (now >= session.endsAt ? 'over' : 'on'), 'on') === 'over'

  useEffect(() => {
    // The clock: a page that asks for nothing would not hear of the end.
    if (isOver) reportSessionEnded()
  }, [isOver])

  useEffect(() => {
    // Other tabs of this browser.
    return onOtherTab(() => {
      void queryClient.invalidateQueries({ queryKey: sessionQuery().queryKey })
    })
  }, [queryClient])

  return null
}
