'use client'

import { useTimeZone } from '@/components/elements/clock'
import { Dialog } from '@/components/elements/Dialog'
import { clock } from '@/lib/format/time'
import { useSession } from './SessionContext'
import { SignInAgainForm } from './SignInAgainForm'
import { closeSignInAgain, useSessionState } from './session-state'

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
      <SignInAgainForm
        lead={
          hasEnded
            ? 'The token is no longer valid. Sign in to go on; what you typed is kept.'
            : `Your session ends at ${clock(endsAt, timeZone)}. Sign in to go on longer; what you typed is kept.`
        }
        hasEnded={hasEnded}
      />
    </Dialog>
  )
}
