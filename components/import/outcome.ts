import type { ExplainedError } from '@/lib/cloud/explained-error'

/** How the last attempt to send ended, when it did not end on the job's page. */
export type Outcome =
  /** Fields are wrong; nothing was sent. */
  | { kind: 'problems' }
  /** IMS refused, or could not be reached; `mayWait`: it only has too much to do. */
  | { kind: 'error'; error: ExplainedError; mayWait: boolean }
  | { kind: 'project-changed'; projectName: string }
  | { kind: 'offline' }
  /** The page is older than the server, which no longer knows the action. */
  | { kind: 'updated' }
  /** The answer was lost on its way: the import may have been taken. */
  | { kind: 'no-answer' }
