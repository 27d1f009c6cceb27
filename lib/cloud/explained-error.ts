/**
 * An error as a person sees it: what happened, the likely cause, what to do, and the raw facts one click away.
 * Made on the server by explain.ts; the browser only shows it.
 */
import * as z from 'zod/mini'

/**
 * The fields of the import form that an error can belong to, in the order the form shows them; lib/import/draft.ts
 * has exactly these.
 */
export const IMPORT_FIELDS = [
  'kind',
  'imageFile',
  'imageName',
  'osVersion',
  'description',
  'tags',
  'minDiskGb',
  'bootMode',
  'automaticConfiguration',
  'madeFor',
  'architecture',
  'osType',
  'minRamMb',
  'maxRamMb',
  'initialConfigurationDone',
  'kmsKeyId',
  'quickImport',
  'enterpriseProjectId',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

export const explainedError = z.object({
  /** What happened, one sentence without a full stop: the title of the error box. */
  title: z.string(),
  /** The likely cause; null when it is not known. */
  cause: z.nullable(z.string()),
  /** What to do next. */
  remedy: z.string(),
  /** The field of the import form it belongs to, if any. */
  field: z.nullable(z.enum(IMPORT_FIELDS)),
  /** `IMG.0055`, `APIGW.0308`; null when the service sent none. */
  code: z.nullable(z.string()),
  /** The service's own words, unchanged but for length. */
  message: z.nullable(z.string()),
  httpStatus: z.nullable(z.number()),
  requestId: z.nullable(z.string()),
  /** Epoch milliseconds. */
  at: z.number(),
})
export type ExplainedError = z.infer<typeof explainedError>

/** A problem that no cloud service had a part in. */
export function ownError(
  title: string,
  cause: string | null,
  remedy: string,
  more: Partial<ExplainedError> = {},
): ExplainedError {
  return {
    title,
    cause,
    remedy,
    field: null,
    code: null,
    message: null,
    httpStatus: null,
    requestId: null,
    at: Date.now(),
    ...more,
  }
}

/** Body of every failed answer of our own routes. `problem` tells the browser what to do about it. */
export const problemBody = z.object({
  problem: z.enum(['session-ended', 'not-found', 'forbidden', 'bad-request', 'upstream', 'internal']),
  error: explainedError,
})
export type ProblemBody = z.infer<typeof problemBody>
