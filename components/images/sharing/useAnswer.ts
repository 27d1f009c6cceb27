'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerShare } from '@/app/(console)/images/actions'
import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import { say, sayFailed } from '@/components/told/said'
import type { ImageView } from '@/lib/images/view'
import { lostAnswer } from '../acting/acting-error'
import { notDoneLine } from '../acting/problem-line'
import { useImageRefresh } from '../acts/useImageRefresh'
import { changeInList } from '../list/image-readers'

export type Answer = 'accepted' | 'rejected'

const OTHER = { accepted: 'rejected', rejected: 'accepted' } as const
const WORDS = { accepted: 'Accept', rejected: 'Reject' } as const
const SAID = { accepted: 'Accepted', rejected: 'Rejected' } as const

/** Accepts or rejects; either is taken back by the other. */
export function useAnswer({ id }: Pick<ImageView, 'id'>) {
  const { project } = useSession()
  const queryClient = useQueryClient()
  const refresh = useImageRefresh(id)
  const [answering, setAnswering] = useState<Answer | null>(null)

  async function send(answer: Answer): Promise<boolean> {
    setAnswering(answer)
    const acted = await answerShare({ projectId: project.id, imageId: id, answer }).catch(lostAnswer)
    setAnswering(null)
    refresh({ image: true, members: true })
    if (acted.ok) {
      changeInList(queryClient, id, {}, answer)
      return true
    }
    if (acted.error.reason === 'session-ended') reportSessionEnded()
    sayFailed(notDoneLine(`Not ${answer}`, acted.error))
    return false
  }

  return {
    answering,
    /** @param wasPending nothing was answered before, and the cloud knows no way back to that */
    answer: async (answer: Answer, wasPending: boolean) => {
      if (answering !== null || !(await send(answer))) return
      say(SAID[answer], {
        ...(wasPending ? { undoWords: `${WORDS[OTHER[answer]]} instead` } : {}),
        undo: async () => {
          if (await send(OTHER[answer])) say(SAID[OTHER[answer]])
        },
      })
    },
  }
}
