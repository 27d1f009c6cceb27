'use client'

import type { Dispatch, SetStateAction } from 'react'
import { shareImage } from '@/app/(console)/images/actions'
import { announce } from '@/components/elements/announcements'
import { useIsShown } from '@/components/elements/useIsShown'
import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import { say, sayFailed } from '@/components/told/said'
import { lostAnswer } from '../acting/acting-error'
import { isInDoubt, problemLine } from '../acting/problem-line'
import { useImageRefresh } from '../acts/useImageRefresh'
import { readProjectIds } from './project-ids'
import { begun, ended, isSharing, outcomeWords, type ShareRow, type ShareState, withRow } from './share-state'

type Asked = {
  imageId: string
  members: readonly string[]
  /** As `readProjectIds` takes it. */
  max: number | null
  state: ShareState
  /** The holder's: an answer may come when this form is gone. */
  onChange: Dispatch<SetStateAction<ShareState>>
}

/** One call a project, one after the other: a refusal of one keeps none of the others back. */
export function useSharing({ imageId, members, max, state, onChange }: Asked) {
  const { project } = useSession()
  const refresh = useImageRefresh(imageId)
  const isShown = useIsShown()
  const isBusy = isSharing(state)

  async function share(projectId: string): Promise<ShareRow> {
    const acted = await shareImage({ projectId: project.id, imageId, memberId: projectId }).catch(lostAnswer)
    if (acted.ok) return { projectId, state: 'done', reason: null }
    if (acted.error.reason === 'session-ended') reportSessionEnded()
    const state = isInDoubt(acted.error) ? 'unknown' : 'refused'
    return { projectId, state, reason: problemLine(acted.error) }
  }

  async function shareWith(ids: readonly string[]) {
    const rows: ShareRow[] = []
    for (const projectId of ids) {
      onChange((before) => withRow(before, { projectId, state: 'sharing', reason: null }))
      const row = await share(projectId)
      rows.push(row)
      onChange((before) => withRow(before, row))
    }
    refresh({ image: true, members: true })
    onChange(ended({ rows }))
    const { isDone, text } = outcomeWords(rows)
    // What a form in sight shows beside each project is not said in the corner as well.
    if (isShown() && rows.length > 1) announce(text)
    else if (isDone) say(text)
    else if (!isShown()) sayFailed(text)
  }

  return {
    isBusy,
    /** False when the field has to be mended first. */
    submit: (): boolean => {
      if (isBusy) return true
      const read = readProjectIds(state.typed, { ownProjectId: project.id, members, max })
      if (!read.ok) {
        onChange({ ...state, message: read.error })
        return false
      }
      onChange(begun(state, read.value))
      void shareWith(read.value)
      return true
    },
    type: (typed: string) => onChange({ ...state, typed, message: null }),
  }
}
