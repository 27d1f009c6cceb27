'use client'

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { sayWhetherItBoots } from '@/app/(console)/images/actions'
import { announce } from '@/components/elements/announcements'
import { passFocusOn } from '@/components/elements/focus'
import { Moment } from '@/components/elements/Moment'
import { useUnderWay } from '@/components/elements/useUnderWay'
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

const toReplacement = passFocusOn((button) => {
  const acts = button.parentElement
  return () => acts?.querySelector('button')
})

/** No cloud says whether an image boots: whoever has tried says so to the others of the project. */
export function BootTrial({ image }: Props) {
  const { id, bootMode, bootTrial: said } = image
  const { project } = useSession()
  const queryClient = useQueryClient()
  const refresh = useImageRefresh(id)
  const { isUnderWay: isSending, start } = useUnderWay()
  const labelId = useId()

  const say = (boots: boolean | null) =>
    start(async () => {
      const asked = { projectId: project.id, imageId: id, boots, bootMode }
      const acted = await sayWhetherItBoots(asked).catch(lostAnswer)
      if (acted.ok) {
        queryClient.setQueryData(imageQuery(id).queryKey, (image) =>
          image ? { ...image, bootTrial: acted.value } : image,
        )
        announce(keptWords(boots))
      } else {
        if (acted.error.reason === 'session-ended') reportSessionEnded()
        sayFailed(notDoneLine('This was not kept', acted.error))
      }
      // Others may have given the image another boot mode meanwhile, of which this says nothing.
      refresh({ image: true })
    })
  const act = { ref: toReplacement, size: 'xs', variant: 'default', 'aria-disabled': isSending } as const

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend, which stands in no grid
    <div role="group" aria-labelledby={labelId} className={classes.trial}>
      {said ? (
        <p id={labelId}>
          {said.by} started a server from it{' '}
          {said.bootMode !== bootMode && said.bootMode ? `by ${said.bootMode.toUpperCase()} ` : ''}
          <Moment at={said.at} />: {said.boots ? 'it boots.' : 'it does not boot.'}
        </p>
      ) : (
        <p id={labelId}>I started a server from it:</p>
      )}
      <div className={classes.acts}>
        {trialOf(image) ? (
          <Button {...act} onClick={() => say(null)}>
            {isSending ? 'Taking back…' : 'Take this back'}
          </Button>
        ) : (
          <>
            <Button {...act} onClick={() => say(true)}>
              It boots
            </Button>
            <Button {...act} onClick={() => say(false)}>
              It does not boot
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function keptWords(boots: boolean | null): string {
  if (boots === null) return 'Taken back'
  return boots ? 'Kept: it boots' : 'Kept: it does not boot'
}
