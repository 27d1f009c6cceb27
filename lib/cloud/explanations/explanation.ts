import type { ImportField } from '../explained-error.ts'

/** What Slipway knows of one error code, in its own words. */
export type Explanation = {
  /** What happened: one sentence without a full stop. */
  title: string
  /** The likely cause, the most frequent first; null where nobody can tell. */
  cause: string | null
  /** What to do next. */
  remedy: string
  /** The field of the import form that holds the culprit. */
  field?: ImportField
}

export type Explanations = Readonly<Record<string, Explanation>>
