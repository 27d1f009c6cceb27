'use client'

import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import type { SaveResult } from '@/lib/settings/save-problem'

/** Saves through a server action, for the project this page shows. What came back; null when it was not kept. */
export function useServerSave() {
  const { project } = useSession()
  return async <Field extends string, Change, Value>(
    action: (input: { projectId: string; change: Change }) => Promise<SaveResult<Field, Value>>,
    change: Change,
    onFields: (fields: { [Name in Field]?: string }) => void = () => {},
  ): Promise<{ value: Value } | null> => {
    const result = await action({ projectId: project.id, change })
    if (result.ok) return { value: result.value }
    if (result.error.reason === 'session-ended') reportSessionEnded()
    if (result.error.reason === 'fields') onFields(result.error.fields)
    return null
  }
}
