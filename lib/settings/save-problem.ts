import type { Result } from '../result.ts'

/** Why a setting was not kept. What the person typed or chose stays on the page in each case. */
export type SaveProblem<Field extends string = never> =
  | { reason: 'session-ended' }
  /** Another tab moved the session to another project. */
  | { reason: 'project-changed'; projectName: string }
  | { reason: 'fields'; fields: { [Name in Field]?: string } }
  /** The page may be older than the server. */
  | { reason: 'unreadable' }

export type SaveResult<Field extends string = never, Value = null> = Result<Value, SaveProblem<Field>>
