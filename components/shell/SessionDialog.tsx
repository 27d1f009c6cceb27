'use client'

import dynamic from 'next/dynamic'
import { Suspense } from 'react'
import { useTimeZone } from '@/components/elements/clock'
import { Dialog } from '@/components/elements/Dialog'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { clock } from '@/lib/format/time'
import { useSession } from './SessionContext'
import { closeSignInAgain, useSessionState } from './session-state'

/** A day after the page, as a rule; AfterIdle fetches it long before. */
const SignInAgainForm = dynamic(() =>
  import('./SignInAgainForm').then(({ SignInAgainForm }) => SignInAgainForm).catch(() => NotLoaded),
)

/** Over the page, which stays as it was; what failed is not sent again by itself. */
export function SessionDialog() {
  const { endsAt } = useSession()
  const { session, dialog } = useSessionState()
  const timeZone = useTimeZone()
  const hasEnded = session === 'ended'
  return (
    <Dialog
      isOpen={dialog === 'open'}
      onClose={closeSignInAgain}
      title={hasEnded ? 'Your session has ended' : 'Sign in again'}
    >
      <Suspense>
        <SignInAgainForm
          lead={
            hasEnded
              ? 'The token is no longer valid. Sign in to go on; what you typed is kept.'
              : `Your session ends at ${clock(endsAt, timeZone)}. Sign in to go on longer; what you typed is kept.`
          }
          hasEnded={hasEnded}
        />
      </Suspense>
    </Dialog>
  )
}
