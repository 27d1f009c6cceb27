'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, useTransition } from 'react'
import { useForm } from 'react-hook-form'
import { signIn } from '@/app/sign-in/actions'
import { Icon } from '@/components/elements/Icon'
import { type SignInForm, type SignInProblem, signInForm } from '@/lib/session/sign-in-form'
import { PasswordField } from './PasswordField'
import { recall } from './remembered'
import { SignInError } from './SignInError'
import classes from './SignInFields.module.css'

const FIELDS = ['domain', 'userName', 'password', 'region', 'project'] as const

type Props = {
  regions: { id: string; title: string }[]
  onSignedIn: (form: SignInForm) => void
  onProjects: (form: SignInForm, projects: { id: string; name: string }[]) => void
}

export function SignInFields({ regions, onSignedIn, onProjects }: Props) {
  const [problem, setProblem] = useState<SignInProblem | null>(null)
  const [suggestions, setSuggestions] = useState<readonly string[]>([])
  const [isReady, setReady] = useState(false)
  const [isPending, startSignIn] = useTransition()
  const errorBox = useRef<HTMLDivElement>(null)
  // No defaults: what was typed before the page came alive stays in the fields.
  const form = useForm<SignInForm>({ resolver: zodResolver(signInForm), mode: 'onTouched' })
  const { errors } = form.formState
  const { getValues, setValue, setFocus } = form

  useEffect(() => {
    // The browser's storage, and the document's focus.
    const kept = recall()
    setSuggestions(kept?.projects ?? [])
    const isOffered = regions.some(({ id }) => id === kept?.region)
    for (const name of ['domain', 'userName', 'project'] as const) {
      if (kept && !getValues(name)) setValue(name, kept[name])
    }
    if (kept && isOffered) setValue('region', kept.region)
    setFocus(FIELDS.find((name) => !getValues(name)) ?? 'password')
    setReady(true)
  }, [regions, getValues, setValue, setFocus])

  useEffect(() => {
    // The document's focus: the box stands above the fields and may be out of sight.
    if (problem) errorBox.current?.focus()
  }, [problem])

  const submit = form.handleSubmit((values) => {
    if (isPending) return
    setProblem(null)
    startSignIn(async () => {
      const result = await signIn(values)
      if (!result.ok) refuse(result.error)
      else if (result.value.step === 'choose-project') onProjects(values, result.value.projects)
      else onSignedIn(values)
    })
  })

  function refuse(refused: SignInProblem) {
    const { field, error } = refused
    if (field === null) setProblem(refused)
    else form.setError(field, { type: 'server', message: sentence(error) }, { shouldFocus: true })
  }

  return (
    <form
      className={classes.form}
      method="post"
      noValidate
      onSubmit={submit}
      {...(isReady ? { 'data-ready': '' } : {})}
    >
      {problem ? <SignInError problem={problem} ref={errorBox} /> : null}
      <TextInput
        label="Domain"
        description="The account name, often ending in a number."
        autoComplete="organization"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.domain?.message}
        {...form.register('domain')}
      />
      <TextInput
        label="User name"
        description="The IAM user, not an e-mail address, unless it is one."
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.userName?.message}
        {...form.register('userName')}
      />
      <PasswordField error={errors.password?.message} {...form.register('password')} />
      <NativeSelect
        label="Region"
        data={regions.map(({ id, title }) => ({ value: id, label: title }))}
        rightSection={<Icon name="chevron-down" />}
        error={errors.region?.message}
        {...form.register('region')}
      />
      <TextInput
        label="Project"
        description="Optional. Leave it empty to choose from your projects."
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        list="earlier-projects"
        error={errors.project?.message}
        {...form.register('project')}
      />
      <datalist id="earlier-projects">
        {suggestions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Button type="submit" variant="filled" fullWidth className={classes.submit} aria-disabled={isPending}>
        {isPending ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}

/** What happened and what to do, in one line at the field. */
function sentence({ title, remedy }: SignInProblem['error']): string {
  return `${title.replace(/\.$/, '')}. ${remedy}`
}
