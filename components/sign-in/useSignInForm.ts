'use client'

import { useCallback, useRef, useState } from 'react'
import { type SignInForm, signInForm } from '@/lib/session/sign-in-form'

type Field = keyof SignInForm
type Messages = Partial<Record<Field, string>>

const FIELDS = ['domain', 'userName', 'password', 'region', 'project'] as const satisfies readonly Field[]

/**
 * The fields keep their own values and the schema reads them, so that what was typed before the page came alive
 * stays. Five fields do not need a form library, which would be a tenth of this page's script.
 */
export function useSignInForm() {
  const ref = useRef<HTMLFormElement>(null)
  const [messages, setMessages] = useState<Messages>({})

  const control = useCallback((name: Field) => {
    const element = ref.current?.elements.namedItem(name)
    return element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element : null
  }, [])

  /** Only what is still empty, and only what a field can hold: a region may be gone from the catalogue. */
  const fillIn = useCallback(
    (values: Partial<SignInForm>) => {
      for (const name of FIELDS) {
        const element = control(name)
        const value = values[name]
        if (!element || value === undefined) continue
        if (element instanceof HTMLSelectElement) {
          if ([...element.options].some((option) => option.value === value)) element.value = value
        } else if (element.value === '') element.value = value
      }
    },
    [control],
  )

  const focusFirstEmpty = useCallback(() => {
    control(FIELDS.find((name) => control(name)?.value === '') ?? 'password')?.focus()
  }, [control])

  const read = () => signInForm.safeParse(Object.fromEntries(new FormData(ref.current ?? undefined)))

  function messageOf(name: Field): string | undefined {
    return read().error?.issues.find(({ path }) => path[0] === name)?.message
  }

  function setMessage(name: Field, message: string | undefined) {
    setMessages(({ [name]: _, ...others }) => (message ? { ...others, [name]: message } : others))
  }

  /** Checked when left, not while typing; a message goes while typing as soon as it is mended. */
  const fieldProps = (name: Field) => ({
    name,
    error: messages[name],
    onBlur: () => {
      if (control(name)?.value) setMessage(name, messageOf(name))
    },
    onChange: () => {
      if (messages[name]) setMessage(name, messageOf(name))
    },
  })

  function refuseField(name: Field, message: string) {
    setMessage(name, message)
    control(name)?.focus()
  }

  /** The values, or null when a field was marked and focused. */
  function parse(): SignInForm | null {
    const parsed = read()
    if (parsed.success) {
      setMessages({})
      return parsed.data
    }
    const wrong = FIELDS.filter((name) => parsed.error.issues.some(({ path }) => path[0] === name))
    setMessages(Object.fromEntries(wrong.map((name) => [name, messageOf(name)])))
    const [first] = wrong
    if (first) control(first)?.focus()
    return null
  }

  return { ref, fieldProps, fillIn, focusFirstEmpty, refuseField, parse }
}
