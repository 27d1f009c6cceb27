'use client'

import { Button } from '@mantine/core'
import { type ReactNode, useContext, useId, useRef, useState } from 'react'
import { StatusMark } from '@/components/elements/StatusMark'
import controls from '@/components/form/control.module.css'
import fields from '@/components/form/Field.module.css'
import type { Result } from '@/lib/result'
import classes from './ActDialog.module.css'
import { ActFrameContext } from './act-frame'

type Props<Value> = {
  label: string
  help: string
  submit: string
  read: (text: string) => Result<Value, string>
  onSubmit: (value: Value) => void
  onClose: () => void
  /** False where no image is left that it could be done to. */
  isPossible: boolean
  children: ReactNode
}

/** One field, read when it is sent. Its text lasts until then, or until it is cancelled. */
export function TextAct<Value>(props: Props<Value>) {
  const { label, help, submit, read, onSubmit, onClose, isPossible, children } = props
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const { draft, keepDraft } = useContext(ActFrameContext)
  const [typed, setTyped] = useState(draft)
  const [message, setMessage] = useState<string | null>(null)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const value = read(typed)
        if (value.ok) {
          keepDraft('')
          onSubmit(value.value)
        } else {
          setMessage(value.error)
          field.current?.focus()
        }
      }}
    >
      {children}
      {isPossible ? (
        <>
          <label className={fields.label} htmlFor={id}>
            {label}
          </label>
          <p id={`${id}-help`} className={fields.help}>
            {help}
          </p>
          <input
            ref={field}
            id={id}
            data-autofocus
            className={`${controls.control} ${controls.mono}`}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            aria-invalid={message !== null}
            aria-describedby={message ? `${id}-help ${id}-message` : `${id}-help`}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              keepDraft(event.currentTarget.value)
              setMessage(null)
            }}
          />
          {message ? (
            <p id={`${id}-message`} className={fields.message} role="alert">
              <StatusMark shape="bad" className={fields.shape} />
              <span>{message}</span>
            </p>
          ) : null}
        </>
      ) : null}
      <div className={classes.actions}>
        <Button
          onClick={() => {
            if (isPossible) keepDraft('')
            onClose()
          }}
          {...(isPossible ? {} : { 'data-autofocus': true })}
        >
          {isPossible ? 'Cancel' : 'Close'}
        </Button>
        {isPossible ? (
          <Button type="submit" variant="filled">
            {submit}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
