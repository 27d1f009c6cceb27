export const AUDIT_RESULTS = ['done', 'refused', 'failed', 'unknown'] as const
export type AuditResult = (typeof AUDIT_RESULTS)[number]

/** `unknown` is what a change says until its outcome is written, and for ever when that never happened. */
export const AUDIT_RESULT_WORDS = {
  done: 'Done',
  refused: 'Refused',
  failed: 'Failed',
  unknown: 'Not known',
} as const satisfies Record<AuditResult, string>
