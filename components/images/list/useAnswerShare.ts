'use client'

import { answerShare } from '@/app/(console)/images/actions'
import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import { say, sayFailed } from '@/components/told/said'
import type { ListedImage } from '@/lib/images/listed'
import { actingError, lostAnswer } from '../acting/acting-error'
import type { ImageReader } from './ImageReader'

type Answer = 'accepted' | 'rejected'

const DONE = { accepted: 'Accepted', rejected: 'Rejected' } as const
const UNDONE = { accepted: 'accepts', rejected: 'rejects' } as const

/** Accepting and rejecting what other projects share: done at once, and taken back from a toast. */
export function useAnswerShare(
  reader: ImageReader,
): (row: Pick<ListedImage, 'image' | 'scope'>, wanted: Answer) => Promise<void> {
  const { project } = useSession()

  return async function answer({ image, scope }, wanted) {
    const name = image.name ?? 'the image'
    const acted = await answerShare({
      projectId: project.id,
      imageId: image.id,
      answer: wanted,
    }).catch(lostAnswer)
    if (!acted.ok) {
      if (acted.error.reason === 'session-ended') return reportSessionEnded()
      if (acted.error.reason === 'gone') reader.remove([image.id])
      const error = actingError(acted.error)
      return sayFailed(`${name}: ${error ? `${error.title}. ${error.remedy}` : 'not answered.'}`)
    }
    reader.change(image.id, {}, wanted)
    const other = wanted === 'accepted' ? 'rejected' : 'accepted'
    // An answer can be changed, and not be taken out of the world.
    const means = scope === 'pending' ? ` Undo ${UNDONE[other]} it.` : ''
    say(`${DONE[wanted]} ${name}.${means}`, { undo: () => answer({ image, scope: wanted }, other) })
  }
}
