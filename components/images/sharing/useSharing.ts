'use client'

import { useState } from 'react'
import { shareImage } from '@/app/(console)/images/actions'
import { announce } from '@/components/elements/announcements'
import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import { say } from '@/components/told/said'
import { lostAnswer } from '../acting/acting-error'
import { isInDoubt, problemLine } from '../acting/problem-line'
import { useImageRefresh } from '../acts/useImageRefresh'
import { readProjectIds } from './project-ids'

/** One project of those that were asked for, and how that went. */
export type ShareRow = {
  projectId: string
  state: 'waiting' | 'sharing' | 'done' | 'refused' | 'unknown'
  /** Why not, or why nobody knows. */
  reason: string | null
}

type Asked = {
  imageId: string
  members: readonly string[]
  typed: string
  onType: (text: string) => void
}

/** One call a project, one after the other: a refusal of one keeps none of the others back. */
export function useSharing({ imageId, members, typed, onType }: Asked) {
  const { project } = useSession()
  const refresh = useImageRefresh(imageId)
  const [message, setMessage] = useState<string | null>(null)
  const [rows, setRows] = useState<readonly ShareRow[]>([])
  const isBusy = rows.some(({ state }) => state === 'waiting' || state === 'sharing')

  const set = (projectId: string, state: ShareRow['state'], reason: string | null = null) =>
    setRows((before) =>
      before.map((row) => (row.projectId === projectId ? { projectId, state, reason } : row)),
    )

  async function shareWith(ids: readonly string[]) {
    const left: { projectId: string; reason: string }[] = []
    for (const projectId of ids) {
      set(projectId, 'sharing')
      const acted = await shareImage({ projectId: project.id, imageId, memberId: projectId }).catch(
        lostAnswer,
      )
      if (acted.ok) set(projectId, 'done')
      else {
        if (acted.error.reason === 'session-ended') reportSessionEnded()
        const reason = problemLine(acted.error)
        left.push({ projectId, reason })
        set(projectId, isInDoubt(acted.error) ? 'unknown' : 'refused', reason)
      }
    }
    refresh({ image: true, members: true })
    // What was refused or is in doubt stays to be mended or repeated; what was done need not be typed again.
    onType(left.map(({ projectId }) => projectId).join('\n'))
    const done = ids.length - left.length
    if (ids.length === 1) {
      setRows([])
      if (left[0]) setMessage(left[0].reason)
      else say('Shared. The other project has to accept it.')
    } else announce(`Shared with ${done} of ${ids.length} projects`)
  }

  return {
    message,
    rows,
    isBusy,
    /** False when the field has to be mended first. */
    submit: (): boolean => {
      if (isBusy) return true
      const read = readProjectIds(typed, { ownProjectId: project.id, members })
      if (!read.ok) {
        setMessage(read.error)
        return false
      }
      setMessage(null)
      setRows(read.value.map((projectId) => ({ projectId, state: 'waiting', reason: null })))
      void shareWith(read.value)
      return true
    },
    forget: () => setMessage(null),
  }
}
