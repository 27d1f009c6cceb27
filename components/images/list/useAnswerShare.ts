'use client'

import { useState } from 'react'
import { answerShare } from '@/app/(console)/images/actions'
import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import type { ActingProblem } from '@/lib/images/acting'
import type { ListedImage } from '@/lib/images/listed'
import type { ImageReader } from './ImageReader'

type Answer = 'accepted' | 'rejected'
export type Told = {
  /** Grows with each: the same words said again are another toast. */
  key: number
  words: string
  undo: { words: string; act: () => void } | null
}

/** Accepting and rejecting what other projects share: done at once, and taken back from a toast. */
export function useAnswerShare(reader: ImageReader) {
  const { project } = useSession()
  const [told, setTold] = useState<Told | null>(null)
  const tell = (words: string, undo: Told['undo'] = null) =>
    setTold((before) => ({ key: (before?.key ?? 0) + 1, words, undo }))

  async function answer(row: ListedImage, wanted: Answer): Promise<void> {
    const { image, scope } = row
    const name = image.name ?? 'the image'
    const acted = await answerShare({ projectId: project.id, imageId: image.id, answer: wanted }).catch(
      () => null,
    )
    if (acted === null)
      return tell('Slipway could not be reached. Read the list again to see what became of it.')
    if (!acted.ok) {
      if (acted.error.reason === 'session-ended') return reportSessionEnded()
      if (acted.error.reason === 'gone') reader.remove([image.id])
      return tell(`${name}: ${reasonOf(acted.error)}`)
    }
    reader.change(image.id, {}, wanted)
    const other = wanted === 'accepted' ? 'rejected' : 'accepted'
    const back = () => void answer({ ...row, scope: wanted }, other)
    tell(`${wanted === 'accepted' ? 'Accepted' : 'Rejected'} ${name}.`, {
      // An answer can be changed, and not be taken out of the world.
      words: scope !== 'pending' ? 'Undo' : wanted === 'accepted' ? 'Reject instead' : 'Accept instead',
      act: back,
    })
  }

  return { told, forget: () => setTold(null), answer }
}

function reasonOf(problem: ActingProblem): string {
  switch (problem.reason) {
    case 'not-done':
      return `${problem.error.title}. ${problem.error.remedy}`
    case 'project-changed':
      return `You switched to ${problem.projectName} in another tab. Nothing was done.`
    default:
      return 'The other project does not share it any more.'
  }
}
