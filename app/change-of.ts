import 'server-only'
import * as z from 'zod/mini'
import type { AuditOutcome } from '@/lib/audit/entry'
import type { ActiveSession, CurrentSession } from '@/lib/session/current'
import type { SaveProblem, SaveResult } from '@/lib/settings/save-problem'

type ForProject<Change> =
  | { ok: true; session: ActiveSession; change: Change }
  | { ok: false; error: SaveProblem<never> }

/** What every change of a project's settings begins with: a session, input that can be read, and the project the page showed. */
export function changeOf<Change>(
  current: CurrentSession,
  input: unknown,
  change: z.ZodMiniType<Change>,
): ForProject<Change> {
  if (current.state !== 'active') return { ok: false, error: { reason: 'session-ended' } }
  const parsed = z.safeParse(z.object({ projectId: z.string(), change }), input)
  if (!parsed.success) return { ok: false, error: { reason: 'unreadable' } }
  const { session } = current
  if (parsed.data.projectId !== session.project.id)
    return { ok: false, error: { reason: 'project-changed', projectName: session.project.name } }
  return { ok: true, session, change: parsed.data.change }
}

/** What a SaveResult says of the change, for the record. */
export function outcomeOfSave(result: SaveResult<string, unknown>): AuditOutcome {
  return result.ok ? { result: 'done' } : { result: 'refused', details: { reason: result.error.reason } }
}
