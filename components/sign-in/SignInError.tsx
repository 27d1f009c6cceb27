'use client'

import { type Ref, useEffect } from 'react'
import { announce } from '@/components/elements/announcements'
import { useClockText, useTimeZone } from '@/components/elements/clock'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { clock } from '@/lib/format/time'
import type { SignInProblem } from '@/lib/session/sign-in-form'

const OVER = 'You can sign in again now.'

type Props = { problem: SignInProblem; alert?: boolean; ref?: Ref<HTMLDivElement> }

/** With a countdown where Slipway takes no further attempt for a while, and the hour at which IAM opens a lock. */
export function SignInError({ problem, ...rest }: Props) {
  const { error, retryAt, opensAt } = problem
  const timeZone = useTimeZone()
  const opening =
    opensAt === undefined
      ? null
      : `It should open again at about ${clock(opensAt, timeZone)} (IAM’s usual 15 minutes; an account may set up to 30).`
  const remedy = useClockText(
    (now) => (retryAt === null ? error.remedy : countdown(retryAt - now)),
    error.remedy,
  )

  useEffect(() => {
    // The screen reader: it heard the start with the box, and now hears the end; never the seconds between.
    if (remedy === OVER) announce(OVER)
  }, [remedy])

  const cause = [error.cause, opening].filter((part) => part !== null).join(' ') || null
  return <ErrorBox error={{ ...error, cause, remedy }} {...rest} />
}

function countdown(ms: number): string {
  return ms <= 0 ? OVER : `Try again in ${Math.ceil(ms / 1000)}\u00a0s.`
}
