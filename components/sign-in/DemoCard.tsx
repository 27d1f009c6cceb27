'use client'

import { Button } from '@mantine/core'
import { useState, useTransition } from 'react'
import { signIn } from '@/app/sign-in/actions'
import { ErrorBox } from '@/components/elements/ErrorBox'
import type { SignInForm, SignInProblem } from '@/lib/session/sign-in-form'
import classes from './DemoCard.module.css'
import type { DemoAccount } from './SignIn'

type Props = { account: DemoAccount; region: string; onSignedIn: (form: SignInForm) => void }

/** The simulated cloud's own account, in one click. */
export function DemoCard({ account, region, onSignedIn }: Props) {
  const [problem, setProblem] = useState<SignInProblem | null>(null)
  const [isPending, startSignIn] = useTransition()

  function enter() {
    if (isPending) return
    const form = { ...account, region }
    setProblem(null)
    startSignIn(async () => {
      const result = await signIn(form)
      if (result.ok) onSignedIn(form)
      else setProblem(result.error)
    })
  }

  return (
    <section className={classes.demo} aria-label="Demo">
      <p>This is a demo over a simulated cloud. Nothing here reaches a real one.</p>
      {problem ? <ErrorBox error={problem.error} alert /> : null}
      <Button fullWidth aria-disabled={isPending} onClick={enter}>
        {isPending ? 'Entering…' : 'Use the demo account'}
      </Button>
    </section>
  )
}
