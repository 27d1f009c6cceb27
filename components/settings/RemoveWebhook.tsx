'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { deleteWebhook } from '@/app/(console)/settings/actions'
import { Dialog } from '@/components/elements/Dialog'
import classes from './RemoveWebhook.module.css'
import { SavedNote } from './SavedNote'
import { useSaving } from './useSaving'
import { useServerSave } from './useServerSave'

type Props = { onRemoved: () => unknown }

export function RemoveWebhook({ onRemoved }: Props) {
  const saveOnServer = useServerSave()
  const saving = useSaving()
  const [isAsking, setIsAsking] = useState(false)

  const remove = () =>
    saving.save(async () => {
      const done = await saveOnServer(deleteWebhook, {})
      if (!done) return false
      setIsAsking(false)
      await onRemoved()
      return true
    })

  return (
    <>
      <Button color="bad" onClick={() => setIsAsking(true)}>
        Remove webhook
      </Button>
      <Dialog isOpen={isAsking} title="Remove webhook" onClose={() => setIsAsking(false)}>
        <p className={classes.text}>
          No import is told any more. Calls that wait are dropped, and the secret and the list of deliveries
          go with it. This cannot be undone.
        </p>
        <div className={classes.actions}>
          {saving.state === 'failed' ? <SavedNote saving={saving} /> : null}
          <Button data-autofocus onClick={() => setIsAsking(false)}>
            Cancel
          </Button>
          <Button color="bad" variant="filled" aria-disabled={saving.state === 'saving'} onClick={remove}>
            Remove webhook
          </Button>
        </div>
      </Dialog>
    </>
  )
}
