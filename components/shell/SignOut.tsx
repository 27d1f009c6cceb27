'use client'

import { useTransition } from 'react'
import { signOut } from '@/app/(console)/session-actions'
import { Icon } from '@/components/elements/Icon'
import classes from './SignOut.module.css'
import { tellOtherTabs } from './session-channel'
import { useRunningCount } from './useRunningCount'

export function SignOut() {
  const running = useRunningCount()
  const [isLeaving, startLeaving] = useTransition()

  function leave() {
    if (isLeaving) return
    startLeaving(async () => {
      await signOut()
      tellOtherTabs()
    })
  }

  return (
    <div className={classes.part}>
      <button type="button" className={classes.button} aria-disabled={isLeaving} onClick={leave}>
        <Icon name="sign-out" />
        {isLeaving ? 'Signing out…' : 'Sign out'}
      </button>
      {running > 0 ? (
        <p className={classes.note}>
          {running === 1 ? '1 import goes' : `${running} imports go`} on in the cloud. Slipway watches{' '}
          {running === 1 ? 'it' : 'them'} again after your next sign-in.
        </p>
      ) : null}
    </div>
  )
}
