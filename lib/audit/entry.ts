import type { Session } from '../session/rows.ts'
import type { AuditAction } from './actions.ts'
import type { AuditResult } from './results.ts'

export type AuditObject = {
  kind: 'job' | 'image' | 'project' | 'webhook' | 'delivery'
  id: string | null
  name: string
}

/** Who did it, and in which project it is listed; null lists it nowhere. */
export type AuditSubject = {
  projectId: string | null
  regionId: string
  user: { id: string | null; name: string }
  domainName: string
}

/** A change that is about to be made, or was made. */
export type AuditEntry = {
  /** A UUID under which it is recorded once, however often it comes; one of its own when left out. */
  id?: string | undefined
  action: AuditAction
  subject: AuditSubject
  object: AuditObject | null
  /** Where it came from; null where that cannot be known. */
  address: string | null
  /** Plain JSON. Members named like secrets are left out all the same. */
  details?: Readonly<Record<string, unknown>> | undefined
}

/** How it ended. What a sign-in learns of who it is replaces what was typed. */
export type AuditOutcome = {
  result: AuditResult
  /** The cloud's code of a refusal. */
  code?: string | null | undefined
  requestId?: string | null | undefined
  /** Joined to those of the entry. */
  details?: Readonly<Record<string, unknown>> | undefined
  subject?: AuditSubject
  object?: AuditObject
}

export function subjectOf(session: Pick<Session, 'regionId' | 'user' | 'domain' | 'project'>): AuditSubject {
  return {
    projectId: session.project?.id ?? null,
    regionId: session.regionId,
    user: session.user,
    domainName: session.domain.name,
  }
}
