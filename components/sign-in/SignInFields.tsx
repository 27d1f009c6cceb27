'use client'

import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, useTransition } from 'react'
import { signIn } from '@/app/sign-in/actions'
import { type SignInForm, type SignInProblem, signInForm } from '@/lib/session/sign-in-form'
import { PasswordField } from './PasswordField'
import { PlaceFields } from './PlaceFields'
import { recall } from './remembered'
import { SignInError } from './SignInError'
import classes from './SignInFields.module.css'
import { useSignInForm } from './useSignInForm'

type Props = {
  regions: { id: string; title: string }[]
  /** The region to begin with, in which a project of another one is of no use; null for the one of last time. */
  region: string | null
  onSignedIn: (form: SignInForm) => void
  onProjects: (form: SignInForm, projects: { id: string; name: string }[]) => void
}

const FIELDS = ['domain', 'userName', 'password', 'region', 'project'] as const

export function SignInFields({ regions, region, onSignedIn, onProjects }: Props) {
  const { ref, fieldProps, fillIn, focusFirstEmpty, refuseField, parse } = useSignInForm(signInForm, FIELDS)
  const [problem, setProblem] = useState<SignInProblem | null>(null)
  const [suggestions, setSuggestions] = useState<readonly string[]>([])
  const [isReady, setReady] = useState(false)
  const [isPending, startSignIn] = useTransition()
  const errorBox = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // The browser's storage, and the document's focus.
    const kept = recall()
    if (kept) {
      setSuggestions(kept.projects)
      fillIn(region === null || region === kept.region ? kept : { ...kept, project: '' })
    }
    if (region !== null) fillIn({ region })
    focusFirstEmpty('password')
    setReady(true)
  }, [fillIn, focusFirstEmpty, region])

  useEffect(() => {
    // The document's focus: the box stands above the fields and may be out of sight.
    if (problem) errorBox.current?.focus()
  }, [problem])

  function submit() {
    if (isPending) return
    setProblem(null)
    const values = parse()
    if (!values) return
    startSignIn(async () => {
      const result = await signIn(values)
      if (!result.ok) refuse(result.error)
      else if (result.value.step === 'choose-project') onProjects(values, result.value.projects)
      else onSignedIn(values)
    })
  }

  function refuse(refused: SignInProblem) {
    const { error } = refused
    const field = FIELDS.find((name) => name === refused.field)
    if (field === undefined) setProblem(refused)
    else refuseField(field, `${error.title.replace(/\.$/, '')}. ${error.remedy}`)
  }

  return (
    <form
      ref={ref}
      className={classes.form}
      // Sent before the page came alive, the password must not end up in the address.
      method="post"
      noValidate
      data-ready={isReady || undefined}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {problem ? <SignInError problem={problem} ref={errorBox} /> : null}
      <TextInput
        label="Domain"
        description="The account name, often ending in a number."
        autoComplete="organization"
        autoCapitalize="none"
        spellCheck={false}
        {...fieldProps('domain')}
      />
      <TextInput
        label="User name"
        description="The IAM user, not an e-mail address, unless it is one."
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...fieldProps('userName')}
      />
      <PasswordField {...fieldProps('password')} />
      <PlaceFields
        regions={regions}
        suggestions={suggestions}
        region={fieldProps('region')}
        project={fieldProps('project')}
      />
      <Button type="submit" variant="filled" fullWidth className={classes.submit} aria-disabled={isPending}>
        {isPending ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}
