'use client'

import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import type { SaveResult } from '@/lib/settings/save-problem'

/** Saves through a server action, for the project this page shows. True: it is kept. */
export function useServerSave() {
  const { project } = useSession()
  return async <Field extends string, Change>(
    action: (input: { projectId: string; change: Change }) => Promise<SaveResult<Field>>,
    change: Change,
    onFields: (fields: { [Name in Field]?: string }) => void = () => {},
  ): Promise<boolean> => {
    const result = await action({ projectId: project.id, change })
    if (result.ok) return true
    if (result.error.reason === 'session-ended') reportSessionEnded()
    if (result.error.reason === 'fields') onFields(result.error.fields)
    return false
  }
}
