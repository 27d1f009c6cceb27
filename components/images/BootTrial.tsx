'use client'

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTransition } from 'react'
import { sayWhetherItBoots } from '@/app/(console)/images/actions'
import { Moment } from '@/components/elements/Moment'
import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import { sayFailed } from '@/components/told/said'
import type { ImageView } from '@/lib/images/view'
import { lostAnswer } from './acting/acting-error'
import { notDoneLine } from './acting/problem-line'
import { useImageRefresh } from './acts/useImageRefresh'
import classes from './BootTrial.module.css'
import { trialOf } from './first-use'
import { imageQuery } from './queries'

type Props = { image: Pick<ImageView, 'id' | 'bootTrial' | 'bootMode'> }

/** No cloud says whether an image boots: whoever has tried says so to the others of the project. */
export function BootTrial({ image }: Props) {
  const { id, bootTrial: said } = image
  const { project } = useSession()
  const queryClient = useQueryClient()
  const refresh = useImageRefresh(id)
  const [isSending, startSending] = useTransition()

  const say = (boots: boolean | null) =>
    startSending(async () => {
      const acted = await sayWhetherItBoots({ projectId: project.id, imageId: id, boots }).catch(lostAnswer)
      if (acted.ok) {
        queryClient.setQueryData(imageQuery(id).queryKey, (image) =>
          image ? { ...image, bootTrial: acted.value } : image,
        )
        refresh({})
        return
      }
      if (acted.error.reason === 'session-ended') reportSessionEnded()
      sayFailed(notDoneLine('This was not kept', acted.error))
      refresh({ image: true })
    })

  return (
    <div className={classes.trial}>
      {said ? (
        <p>
          {said.by} started a server from it{' '}
          {said.bootMode !== image.bootMode && said.bootMode ? `by ${said.bootMode.toUpperCase()} ` : ''}
          <Moment at={said.at} />: {said.boots ? 'it boots.' : 'it does not boot.'}
        </p>
      ) : (
        <p id="boot-trial">I started a server from it:</p>
      )}
      <div className={classes.acts}>
        {trialOf(image) ? (
          <Button size="xs" variant="default" loading={isSending} onClick={() => say(null)}>
            Take this back
          </Button>
        ) : (
          <>
            <Button size="xs" variant="default" disabled={isSending} onClick={() => say(true)}>
              It boots
            </Button>
            <Button size="xs" variant="default" disabled={isSending} onClick={() => say(false)}>
              It does not boot
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
