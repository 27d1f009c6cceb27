'use client'

import { useCallback, useRef, useState } from 'react'
import * as z from 'zod/mini'

type Values<Field extends string> = Record<Field, string>
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement

/**
 * The fields keep their own values and the schema reads them, so that what was typed before the page came alive
 * stays. Five fields do not need a form library, which would be a tenth of this page's script.
 *
 * @param names the fields in the page's order; it has to stay the same array
 */
export function useSignInForm<Field extends string>(
  schema: z.ZodMiniType<Values<Field>>,
  names: readonly Field[],
) {
  const ref = useRef<HTMLFormElement>(null)
  const [messages, setMessages] = useState<ReadonlyMap<Field, string>>(new Map())

  const control = useCallback((name: Field | undefined) => {
    const element = name && ref.current?.elements.namedItem(name)
    return isControl(element) ? element : null
  }, [])

  /** Only what is still empty, and only what a field can hold: a region may be gone from the catalogue. */
  const fillIn = useCallback(
    (values: Partial<Values<Field>>) => {
      for (const name of names) {
        const element = control(name)
        const value = values[name]
        if (!element || value === undefined) continue
        if (element instanceof HTMLSelectElement) {
          if ([...element.options].some((option) => option.value === value)) element.value = value
        } else if (element.value === '') element.value = value
      }
    },
    [control, names],
  )

  /** Where none is empty, the one that is named. */
  const focusFirstEmpty = useCallback(
    (otherwise: Field) => {
      control(names.find((name) => control(name)?.value === '') ?? otherwise)?.focus()
    },
    [control, names],
  )

  const read = () => z.safeParse(schema, Object.fromEntries(new FormData(ref.current ?? undefined)))

  function messageOf(name: Field): string | undefined {
    return read().error?.issues.find(({ path }) => path[0] === name)?.message
  }

  function setMessage(name: Field, message: string | undefined) {
    setMessages((before) => {
      const after = new Map(before)
      if (message) after.set(name, message)
      else after.delete(name)
      return after
    })
  }

  /** Checked when left, not while typing; a message goes while typing as soon as it is mended. */
  const fieldProps = (name: Field) => ({
    name,
    error: messages.get(name),
    onBlur: () => {
      if (control(name)?.value) setMessage(name, messageOf(name))
    },
    onChange: () => {
      if (messages.has(name)) setMessage(name, messageOf(name))
    },
  })

  function refuseField(name: Field, message: string) {
    setMessage(name, message)
    control(name)?.focus()
  }

  /** The values, or null when a field was marked and focused. */
  function parse(): Values<Field> | null {
    const parsed = read()
    if (parsed.success) {
      setMessages(new Map())
      return parsed.data
    }
    const wrong = names.filter((name) => parsed.error.issues.some(({ path }) => path[0] === name))
    setMessages(new Map(wrong.map((name) => [name, messageOf(name) ?? ''])))
    control(wrong[0])?.focus()
    return null
  }

  return { ref, fieldProps, fillIn, focusFirstEmpty, refuseField, parse }
}
