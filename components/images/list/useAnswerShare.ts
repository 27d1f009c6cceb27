'use client'

import { useEffect, useRef, useState } from 'react'
import { answerShare } from '@/app/(console)/images/actions'
import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import { say, sayFailed } from '@/components/told/said'
import type { ListedImage } from '@/lib/images/listed'
import { actingError, lostAnswer } from '../acting/acting-error'
import { focusCurrentRow } from './focus-current-row'
import type { ImageReader } from './ImageReader'

type Answer = 'accepted' | 'rejected'
type Offer = Pick<ListedImage, 'image' | 'scope'>

const DONE = { accepted: 'Accepted', rejected: 'Rejected' } as const
const UNDONE = { accepted: 'accepts', rejected: 'rejects' } as const

/**
 * Accepting and rejecting what other projects share: done at once, and taken back from a toast. An image has one answer
 * on its way at a time: of two the cloud would keep the one that happens to come last.
 */
export function useAnswerShare(reader: ImageReader): (row: Offer, wanted: Answer) => Promise<void> {
  const { project } = useSession()
  const underWay = useRef(new Set<string>())
  const [answers, setAnswers] = useState(0)
  useEffect(() => {
    // The document's focus: the buttons are gone with the question, or their row with what was rejected.
    if (answers > 0) focusCurrentRow()
  }, [answers])

  async function answer({ image, scope }: Offer, wanted: Answer): Promise<void> {
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
    say(`${DONE[wanted]} ${name}.${means}`, { undo: () => answerOnce({ image, scope: wanted }, other) })
  }

  async function answerOnce(row: Offer, wanted: Answer): Promise<void> {
    const { id } = row.image
    if (underWay.current.has(id)) return
    underWay.current.add(id)
    try {
      await answer(row, wanted)
    } finally {
      underWay.current.delete(id)
      setAnswers((count) => count + 1)
    }
  }

  return answerOnce
}
