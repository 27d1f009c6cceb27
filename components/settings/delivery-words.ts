import type { DeliveryAnswer, DeliveryView } from '@/lib/webhooks/view'

export const EVENT_WORDS = {
  'import.succeeded': 'Import succeeded',
  'import.failed': 'Import failed',
  'export.succeeded': 'Export succeeded',
  'export.failed': 'Export failed',
  'copy.succeeded': 'Copy succeeded',
  'copy.failed': 'Copy failed',
  test: 'Test',
} as const satisfies Record<DeliveryView['event'], string>

const PROBLEM_WORDS = {
  inside: 'Not sent: the address leads into the server’s own network',
  'unknown-name': 'Not sent: the server’s DNS does not know the name',
  unreachable: 'Not sent: nothing answers at this address',
  untrusted: 'Not sent: the certificate there is not trusted',
  timeout: 'No answer within 10\u00a0s',
  interrupted: 'The connection was cut before an answer came',
  'no-secret': 'Not sent: the secret cannot be read any more. Make a new secret.',
} as const satisfies Record<NonNullable<DeliveryAnswer['problem']>, string>

/** "Answered 200 in 81 ms", or why there was no answer. */
export function answerWords({ status, problem, tookMs }: DeliveryAnswer): string {
  if (problem !== null) return PROBLEM_WORDS[problem]
  const answered = `Answered ${status} in ${tookMs}\u00a0ms`
  return status !== null && status >= 300 && status < 400
    ? `${answered}; redirects are not followed`
    : answered
}

export const isTaken = ({ status }: DeliveryAnswer): boolean =>
  status !== null && status >= 200 && status < 300

export const attemptWords = (attempts: number): string =>
  attempts === 1 ? '1 attempt' : `${attempts} attempts`
