'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { makeWebhookSecret, testWebhook } from '@/app/(console)/settings/actions'
import { announce } from '@/components/elements/announcements'
import { StatusMark } from '@/components/elements/StatusMark'
import { answerWords, isTaken } from './delivery-words'
import classes from './Group.module.css'
import { RemoveWebhook } from './RemoveWebhook'
import { useServerSave } from './useServerSave'

type Props = {
  onSecret: (secret: string) => void
  onRemoved: () => void
  onChanged: () => unknown
}

type Said = { isFine: boolean; text: string }

const NOT_DONE: Said = { isFine: false, text: 'Not done: Slipway’s server did not answer.' }

export function WebhookActions({ onSecret, onRemoved, onChanged }: Props) {
  const saveOnServer = useServerSave()
  const [busyWith, setBusyWith] = useState<'test' | 'secret' | null>(null)
  const [said, setSaid] = useState<Said | null>(null)

  async function run(what: 'test' | 'secret', act: () => Promise<Said | null>) {
    if (busyWith) return
    setBusyWith(what)
    setSaid(null)
    const outcome = await act().catch(() => NOT_DONE)
    setSaid(outcome)
    setBusyWith(null)
    if (outcome) announce(outcome.text)
    await onChanged()
  }

  const test = () =>
    run('test', async () => {
      const answer = (await saveOnServer(testWebhook, {}))?.value
      return answer ? { isFine: isTaken(answer), text: answerWords(answer) } : NOT_DONE
    })
  const makeSecret = () =>
    run('secret', async () => {
      const secret = (await saveOnServer(makeWebhookSecret, {}))?.value
      if (!secret) return NOT_DONE
      onSecret(secret)
      return { isFine: true, text: 'New secret made. The old one signs nothing any more.' }
    })

  return (
    <>
      <Button aria-disabled={busyWith !== null} onClick={test}>
        {busyWith === 'test' ? 'Sending…' : 'Send a test'}
      </Button>
      <Button aria-disabled={busyWith !== null} onClick={makeSecret}>
        {busyWith === 'secret' ? 'Making…' : 'Make a new secret'}
      </Button>
      <RemoveWebhook
        onRemoved={async () => {
          onRemoved()
          await onChanged()
        }}
      />
      {said ? (
        <p className={classes.said}>
          <StatusMark shape={said.isFine ? 'ok' : 'bad'} />
          {said.text}
        </p>
      ) : null}
    </>
  )
}
