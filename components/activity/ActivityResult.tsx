import type { StatusShape } from '@/components/elements/StatusMark'
import { StatusWord } from '@/components/elements/StatusWord'
import { AUDIT_RESULT_WORDS, type AuditResult } from '@/lib/audit/results'

const SHAPES = {
  done: 'ok',
  refused: 'warn',
  failed: 'bad',
  unknown: 'unknown',
} as const satisfies Record<AuditResult, StatusShape>

type Props = { result: AuditResult }

export function ActivityResult({ result }: Props) {
  return <StatusWord shape={SHAPES[result]} word={AUDIT_RESULT_WORDS[result]} />
}
