'use client'

import { useState } from 'react'
import { shareImage, stopSharing } from '@/app/(console)/images/actions'
import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import { say, sayFailed } from '@/components/told/said'
import type { ActingProblem } from '@/lib/images/acting'
import type { ImageView } from '@/lib/images/view'
import { lostAnswer } from '../acting/acting-error'
import { notDoneLine } from '../acting/problem-line'
import { useImageRefresh } from '../acts/useImageRefresh'

/** Ends the sharing with a project; the toast's Undo shares again, which the other side has to accept anew. */
export function useStopSharing({ id }: Pick<ImageView, 'id'>) {
  const { project } = useSession()
  const refresh = useImageRefresh(id)
  const [stopping, setStopping] = useState<readonly string[]>([])

  async function act(action: typeof stopSharing, memberId: string): Promise<ActingProblem | null> {
    const acted = await action({ projectId: project.id, imageId: id, memberId }).catch(lostAnswer)
    if (!acted.ok && acted.error.reason === 'session-ended') reportSessionEnded()
    refresh({ image: true, members: true })
    return acted.ok ? null : acted.error
  }

  async function stop(memberId: string) {
    if (stopping.includes(memberId)) return
    setStopping((before) => [...before, memberId])
    const refusal = await act(stopSharing, memberId)
    setStopping((before) => before.filter((each) => each !== memberId))
    if (refusal !== null) {
      sayFailed(notDoneLine('Still shared', refusal))
      return
    }
    say(`Stopped sharing with ${memberId.slice(0, 8)}…`, {
      undo: async () => {
        const failed = await act(shareImage, memberId)
        if (failed !== null) sayFailed(notDoneLine('Not shared again', failed))
        else say('Shared again. The other project has to accept it anew.')
      },
    })
  }

  return { stop, stopping }
}
