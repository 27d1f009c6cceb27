import { JOB_STATE_WORDS, type JobState } from '@/lib/jobs/states'
import type { StatusShape } from './StatusMark'
import { type StatusVariant, StatusWord } from './StatusWord'

const SHAPES = {
  waiting: 'queued',
  submitting: 'running',
  queued: 'queued',
  running: 'running',
  paused: 'paused',
  unconfirmed: 'unconfirmed',
  succeeded: 'ok',
  failed: 'bad',
  rejected: 'bad',
} as const satisfies Record<JobState, StatusShape>

type Props = { state: JobState; variant?: StatusVariant; live?: boolean }

export function JobStatus({ state, variant, live }: Props) {
  return <StatusWord shape={SHAPES[state]} word={JOB_STATE_WORDS[state]} variant={variant} live={live} />
}
