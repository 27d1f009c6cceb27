'use client'

import { Button } from '@mantine/core'
import { useClockText, useTimeZone } from '@/components/elements/clock'
import { clock } from '@/lib/format/time'
import { Bar } from './Bar'
import { useSession } from './SessionContext'
import { openSignInAgain, useSessionState } from './session-state'

const WARN_BEFORE_MS = 30 * 60_000

/** From half an hour before the end; after it, for whoever has closed the dialog. */
export function SessionBar() {
  const { endsAt } = useSession()
  const { session, dialog } = useSessionState()
  const timeZone = useTimeZone()
  const isNear = useClockText((now) => (endsAt - now <= WARN_BEFORE_MS ? 'near' : 'far'), 'far') === 'near'
  const text = dialog === 'open' ? null : words(session === 'ended', isNear, clock(endsAt, timeZone))
  return (
    <div aria-live="polite">
      {text ? (
        <Bar
          action={
            <Button variant="transparent" size="xs" onClick={openSignInAgain}>
              Sign in again
            </Button>
          }
        >
          {text}
        </Bar>
      ) : null}
    </div>
  )
}

function words(hasEnded: boolean, isNear: boolean, endsAtClock: string): string | null {
  if (hasEnded) return 'Your session has ended.'
  return isNear ? `Your session ends at ${endsAtClock}.` : null
}
