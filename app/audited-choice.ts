import 'server-only'
import { audited } from '@/app/audited'
import { subjectOf } from '@/lib/audit/entry'
import { outcomeOfResult } from '@/lib/audit/outcome-of-result'
import type { CurrentSession } from '@/lib/session/current'
import { findSession } from '@/lib/session/rows'
import { chooseProject } from '@/lib/session/sign-in'
import { store } from '@/lib/store/store'

type Current = Extract<CurrentSession, { state: 'choosing' | 'active' }>
type Choice = Awaited<ReturnType<typeof chooseProject>>

/** Moves the session to a project, recorded in the one it moves to; in the one it stays in when that was refused. */
export function auditedChoice(current: Current, projectId: string): Promise<Choice> {
  const from = current.session.project
  const outcomeOf = async (choice: Choice) => {
    const moved = choice.ok ? await findSession(store(), current.session.id, Date.now()) : null
    if (!moved?.project) return outcomeOfResult(choice)
    const object = { kind: 'project' as const, ...moved.project }
    return { result: 'done' as const, subject: subjectOf(moved), object }
  }
  return audited(
    current.session,
    {
      action: from ? 'session.switch-project' : 'session.choose-project',
      object: { kind: 'project', id: projectId, name: projectId },
      details: { from },
      outcomeOf,
    },
    () => chooseProject(store(), current, projectId),
  )
}
