'use client'

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { usePathname, useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react'
import { signInAgain } from '@/app/(console)/session-actions'
import { PasswordField } from '@/components/sign-in/PasswordField'
import { SignInError } from '@/components/sign-in/SignInError'
import { paths } from '@/lib/navigation'
import { type SignInProblem, signInAgainForm } from '@/lib/session/sign-in-form'
import { useSession } from './SessionContext'
import classes from './SignInAgainForm.module.css'
import { tellOtherTabs } from './session-channel'
import { closeSignInAgain, reportSessionLive } from './session-state'

type Props = { lead: string; hasEnded: boolean }

export function SignInAgainForm({ lead, hasEnded }: Props) {
  const { userName, domainName } = useSession()
  const pathname = usePathname()
  const router = useRouter()
  const queryClient = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<SignInProblem | null>(null)
  const [message, setMessage] = useState<string | null>(null)
  const [isPending, startSignIn] = useTransition()

  useEffect(() => {
    // The document's focus: the dialog may have opened before its form was there.
    field.current?.focus()
  }, [])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const parsed = signInAgainForm.safeParse({ password: field.current?.value ?? '' })
    setMessage(parsed.success ? null : (parsed.error.issues[0]?.message ?? null))
    setProblem(null)
    if (!parsed.success) {
      field.current?.focus()
      return
    }
    startSignIn(async () => {
      const result = await signInAgain(parsed.data)
      if (!result.ok) {
        setProblem(result.error)
        field.current?.select()
        return
      }
      if (result.value.step === 'choose-project') {
        router.push(paths.signIn(pathname))
        return
      }
      reportSessionLive()
      closeSignInAgain()
      tellOtherTabs()
      await queryClient.invalidateQueries()
      router.refresh()
    })
  }

  return (
    <form className={classes.form} noValidate onSubmit={submit}>
      <p className={classes.lead}>{lead}</p>
      {problem ? <SignInError problem={problem} alert /> : null}
      <p className={classes.who}>
        {userName} <span className={classes.domain}>{domainName}</span>
      </p>
      {/* For password managers, which look for the name beside the password. */}
      <input type="text" autoComplete="username" value={userName} readOnly hidden />
      <PasswordField ref={field} error={message} data-autofocus />
      <div className={classes.actions}>
        {hasEnded ? (
          <Button component="a" href={paths.signIn(pathname)} variant="transparent">
            Sign in as someone else
          </Button>
        ) : null}
        <Button type="submit" variant="filled" aria-disabled={isPending}>
          {isPending ? 'Signing in…' : 'Sign in'}
        </Button>
      </div>
    </form>
  )
}
