'use client'

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { saveWebhook } from '@/app/(console)/settings/actions'
import { Moment } from '@/components/elements/Moment'
import type { WebhookView } from '@/lib/webhooks/view'
import classes from './Group.module.css'
import { SavedNote } from './SavedNote'
import { SecretBox } from './SecretBox'
import { useSaving } from './useSaving'
import { useServerSave } from './useServerSave'
import { WebhookActions } from './WebhookActions'

type Props = {
  webhook: WebhookView['webhook']
  /** Reads webhook and deliveries anew. */
  onChanged: () => unknown
}

export function WebhookForm({ webhook, onChanged }: Props) {
  const saveOnServer = useServerSave()
  const saving = useSaving()
  const [address, setAddress] = useState(webhook?.address ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)

  function submit(event: FormEvent) {
    event.preventDefault()
    setProblem(null)
    void saving.save(async () => {
      const kept = await saveOnServer(saveWebhook, { address }, (fields) => {
        setProblem(fields.address ?? null)
        field.current?.focus()
      })
      if (kept?.value.secret) setSecret(kept.value.secret)
      if (kept) await onChanged()
      return kept
    })
  }

  return (
    <form className={classes.group} noValidate onSubmit={submit}>
      <TextInput
        ref={field}
        type="url"
        label="Webhook address"
        description="Called when an import of this project ends, whoever started it."
        placeholder="https://"
        autoComplete="off"
        spellCheck={false}
        value={address}
        error={problem}
        onChange={(event) => {
          setAddress(event.currentTarget.value)
          setProblem(null)
          saving.forget()
        }}
      />
      {webhook ? (
        <p className={classes.quiet}>
          Set by {webhook.setBy} <Moment at={webhook.setAt} />. Each call is signed with the secret, which is
          shown once.
        </p>
      ) : null}
      {secret ? <SecretBox secret={secret} /> : null}
      <div className={classes.actions}>
        <Button type="submit" aria-disabled={saving.state === 'saving'}>
          Save
        </Button>
        {webhook ? (
          <WebhookActions
            onSecret={setSecret}
            onRemoved={() => {
              setAddress('')
              setSecret(null)
              saving.forget()
            }}
            onChanged={onChanged}
          />
        ) : null}
        {problem ? null : <SavedNote saving={saving} />}
      </div>
    </form>
  )
}
