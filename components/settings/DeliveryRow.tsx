'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { repeatDelivery } from '@/app/(console)/settings/actions'
import { Moment } from '@/components/elements/Moment'
import { StatusWord } from '@/components/elements/StatusWord'
import { paths } from '@/lib/navigation'
import type { DeliveryView } from '@/lib/webhooks/view'
import classes from './DeliveryRow.module.css'
import { answerWords, attemptWords, EVENT_WORDS } from './delivery-words'
import { SavedNote } from './SavedNote'
import { useSaving } from './useSaving'
import { useServerSave } from './useServerSave'

type Props = { delivery: DeliveryView; onChanged: () => unknown }

const STATES = {
  waiting: { shape: 'queued', word: 'Waiting' },
  delivered: { shape: 'ok', word: 'Delivered' },
  'given-up': { shape: 'bad', word: 'Given up' },
} as const

export function DeliveryRow({ delivery, onChanged }: Props) {
  const saveOnServer = useServerSave()
  const saving = useSaving()
  const { id, event, jobId, imageName, state, attempts, createdAt, lastAnswer, nextAttemptAt } = delivery
  const again = () =>
    saving.save(async () => {
      const kept = await saveOnServer(repeatDelivery, { deliveryId: id })
      if (kept) await onChanged()
      return kept
    })
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <span>
          {EVENT_WORDS[event]}
          {jobId ? (
            <>
              : <Link href={paths.job(jobId)}>{imageName}</Link>
            </>
          ) : null}
        </span>
        <span className={classes.facts}>
          <Moment at={createdAt} />
          {attempts > 0 ? ` · ${attemptWords(attempts)}` : null}
          {lastAnswer ? ` · ${answerWords(lastAnswer)}` : null}
          {nextAttemptAt !== null && attempts > 0 ? (
            <>
              {' '}
              · next attempt at <Moment at={nextAttemptAt} form="clock" />
            </>
          ) : null}
        </span>
      </div>
      <div className={classes.state}>
        {saving.state === 'failed' ? <SavedNote saving={saving} /> : null}
        {state === 'given-up' && event !== 'test' ? (
          <Button size="xs" aria-disabled={saving.state === 'saving'} onClick={again}>
            Send again
          </Button>
        ) : null}
        <StatusWord {...STATES[state]} />
      </div>
    </li>
  )
}
