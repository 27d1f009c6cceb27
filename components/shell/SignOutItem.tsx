'use client'

import { Menu } from '@mantine/core'
import { useTransition } from 'react'
import { signOut } from '@/app/(console)/session-actions'
import { Icon } from '@/components/elements/Icon'
import classes from './SignOutItem.module.css'
import { tellOtherTabs } from './session-channel'
import { useRunningCount } from './useRunningCount'

export function SignOutItem() {
  const running = useRunningCount()
  const [isLeaving, startLeaving] = useTransition()

  function leave() {
    startLeaving(async () => {
      await signOut()
      tellOtherTabs()
    })
  }

  return (
    <>
      <Menu.Item leftSection={<Icon name="sign-out" />} closeMenuOnClick={false} onClick={leave}>
        {isLeaving ? 'Signing out…' : 'Sign out'}
      </Menu.Item>
      {running > 0 ? (
        <p className={classes.note}>
          {running === 1 ? '1 import goes' : `${running} imports go`} on in the cloud. Slipway watches{' '}
          {running === 1 ? 'it' : 'them'} again after your next sign-in.
        </p>
      ) : null}
    </>
  )
}
