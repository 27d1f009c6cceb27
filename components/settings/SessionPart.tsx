'use client'

import { Button } from '@mantine/core'
import { useTransition } from 'react'
import { signOut } from '@/app/(console)/session-actions'
import { signOutOfAll } from '@/app/(console)/settings/actions'
import { Facts } from '@/components/elements/Facts'
import { Moment } from '@/components/elements/Moment'
import { useSession } from '@/components/shell/SessionContext'
import { tellOtherTabs } from '@/components/shell/session-channel'
import { PARTS } from './parts'
import classes from './SessionPart.module.css'
import { SettingsCard } from './SettingsCard'

type Props = {
  /** Null where the token names none. */
  roles: readonly string[] | null
  /** Epoch milliseconds. */
  tokenEndsAt: number
}

export function SessionPart({ roles, tokenEndsAt }: Props) {
  const { userName, domainName, project, region, imageApi } = useSession()
  const [isLeaving, startLeaving] = useTransition()
  const leave = (action: () => Promise<void>) => {
    if (isLeaving) return
    startLeaving(async () => {
      await action()
      tellOtherTabs()
    })
  }
  return (
    <SettingsCard part={PARTS.session}>
      <Facts
        facts={[
          { label: 'User', value: userName },
          { label: 'Domain', value: domainName },
          { label: 'Project', value: project.name, note: region.title },
          ...(roles ? [{ label: 'Roles', value: roles.join(', ') }] : []),
          {
            label: 'Token ends',
            value: <Moment at={tokenEndsAt} form="absolute" />,
          },
        ]}
      />
      <div className={classes.actions}>
        <Button aria-disabled={isLeaving} onClick={() => leave(signOut)}>
          Sign out
        </Button>
        <Button aria-disabled={isLeaving} onClick={() => leave(signOutOfAll)}>
          Sign out everywhere
        </Button>
      </div>
      <p className={classes.note}>
        Sign out everywhere also ends your sessions in other browsers.{' '}
        {imageApi === 'ims'
          ? 'Imports go on in the cloud; Slipway watches them again after your next sign-in.'
          : null}
      </p>
    </SettingsCard>
  )
}
