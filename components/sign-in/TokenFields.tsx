'use client'

import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef, useState, useTransition } from 'react'
import { signInByToken } from '@/app/sign-in/actions'
import { type SignInProblem, tokenForm } from '@/lib/session/sign-in-form'
import { PlaceFields } from './PlaceFields'
import { recall } from './remembered'
import { SignInError } from './SignInError'
import classes from './SignInFields.module.css'
import { useSignInForm } from './useSignInForm'

type Place = { region: string; project: string }
type Props = {
  regions: { id: string; title: string }[]
  /** As in SignInFields. */
  region: string | null
  onSignedIn: (place: Place) => void
  onProjects: (place: Place, projects: { id: string; name: string }[]) => void
}

const FIELDS = ['token', 'region', 'project'] as const

/** For users of a federation or with a second factor, whom a password alone does not let in. */
export function TokenFields({ regions, region, onSignedIn, onProjects }: Props) {
  const { ref, fieldProps, fillIn, focusFirstEmpty, refuseField, parse } = useSignInForm(tokenForm, FIELDS)
  const [problem, setProblem] = useState<SignInProblem | null>(null)
  const [suggestions, setSuggestions] = useState<readonly string[]>([])
  const [isReady, setReady] = useState(false)
  const [isPending, startSignIn] = useTransition()
  const errorBox = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // The browser's storage, and the document's focus. A token has its own project: that of last time is only offered.
    const kept = recall()
    if (kept) setSuggestions(kept.projects)
    fillIn({ region: region ?? kept?.region ?? '' })
    focusFirstEmpty('token')
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
    const { region, project } = values
    startSignIn(async () => {
      const result = await signInByToken(values)
      if (!result.ok) refuse(result.error)
      else if (result.value.step === 'choose-project') onProjects({ region, project }, result.value.projects)
      else onSignedIn({ region, project })
    })
  }

  function refuse(refused: SignInProblem) {
    const field = FIELDS.find((name) => name === refused.field)
    const { title, cause, remedy } = refused.error
    if (field === undefined) setProblem(refused)
    else refuseField(field, [title, cause?.replace(/\.$/, ''), remedy].filter(Boolean).join('. '))
  }

  return (
    <form
      ref={ref}
      className={classes.form}
      // Sent before the page came alive, the token must not end up in the address.
      method="post"
      noValidate
      data-ready={isReady || undefined}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {problem ? <SignInError problem={problem} ref={errorBox} /> : null}
      <Textarea
        label="Token"
        description="Paste an X-Auth-Token. It is checked, then kept on the server only."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        rows={5}
        classNames={{ input: classes.token ?? '' }}
        {...fieldProps('token')}
      />
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
