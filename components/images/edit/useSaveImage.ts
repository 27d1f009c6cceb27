'use client'

import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { changeImage } from '@/app/(console)/images/actions'
import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import { say, sayFailed } from '@/components/told/said'
import type { Acted, Changed } from '@/lib/images/acting'
import { draftOf, type Editable, editableOf } from '@/lib/images/edit'
import { rebase } from '@/lib/images/rebase'
import { type ImageView, imageSummary } from '@/lib/images/view'
import { lostAnswer } from '../acting/acting-error'
import { notDoneLine } from '../acting/problem-line'
import { useImageRefresh } from '../acts/useImageRefresh'
import { changeInList } from '../list/image-readers'
import { imageQuery } from '../queries'

type Save = (seen: Editable, wanted: Editable, said?: string) => Promise<Acted<Changed>>

/**
 * Sends what is different to the cloud, shows the image as it then is, and offers to put back what was before for as
 * long as a toast stands.
 */
export function useSaveImage({ id }: Pick<ImageView, 'id'>): Save {
  const { project, imageApi } = useSession()
  const queryClient = useQueryClient()
  const refresh = useImageRefresh(id)

  const send = async (seen: Editable, wanted: Editable): Promise<Acted<Changed>> => {
    const acted = await changeImage({
      projectId: project.id,
      imageId: id,
      seen,
      draft: draftOf(wanted),
    }).catch(lostAnswer)
    if (!acted.ok && acted.error.reason === 'session-ended') reportSessionEnded()
    if (acted.ok && acted.value.outcome === 'saved') {
      const { image } = acted.value
      if (image) {
        queryClient.setQueryData(imageQuery(id).queryKey, image)
        changeInList(queryClient, id, z.parse(imageSummary, image))
      }
      refresh({ image: image === null })
    }
    // What others made of it, or what was taken of it, is not on the page yet.
    if (!acted.ok || acted.value.outcome === 'conflict') refresh({ image: true })
    return acted
  }

  return async (seen, wanted, said = 'Saved') => {
    const acted = await send(seen, wanted)
    if (!acted.ok || acted.value.outcome !== 'saved') return acted
    const after = acted.value.image ? editableOf(acted.value.image) : wanted
    say(said, {
      undo: async () => {
        // What was changed gets its old value; what others did meanwhile stays.
        const undone = await send(after, rebase(wanted, seen, after, imageApi))
        if (!undone.ok) sayFailed(notDoneLine('Not put back', undone.error))
        else if (undone.value.outcome === 'conflict')
          sayFailed('Not put back. Somebody else has changed the image since.')
        else say('Put back as it was')
      },
    })
    return acted
  }
}
