'use client'

import { type Ref, useEffect } from 'react'
import { announce } from '@/components/elements/announcements'
import { useClockText } from '@/components/elements/clock'
import { ErrorBox } from '@/components/elements/ErrorBox'
import type { SignInProblem } from '@/lib/session/sign-in-form'

const OVER = 'You can sign in again now.'

type Props = { problem: SignInProblem; ref: Ref<HTMLDivElement> }

/** With a countdown where Slipway takes no further attempt for a while. */
export function SignInError({ problem, ref }: Props) {
  const { error, retryAt } = problem
  const remedy = useClockText(
    (now) => (retryAt === null ? error.remedy : countdown(retryAt - now)),
    error.remedy,
  )

  useEffect(() => {
    // The screen reader: it heard the start with the box, and now hears the end; never the seconds between.
    if (remedy === OVER) announce(OVER)
  }, [remedy])

  return <ErrorBox ref={ref} error={{ ...error, remedy }} />
}

function countdown(ms: number): string {
  return ms <= 0 ? OVER : `Try again in ${Math.ceil(ms / 1000)}\u00a0s.`
}
