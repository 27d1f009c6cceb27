import type { Migration } from 'kysely/migration'
import { sessionsAndJobs } from './migrations/0001-sessions-and-jobs.ts'
import { preflight } from './migrations/0002-preflight.ts'
import { usualTime } from './migrations/0003-usual-time.ts'
import { jobsList } from './migrations/0004-jobs-list.ts'
import { audit } from './migrations/0005-audit.ts'
import { settingsAndWebhooks } from './migrations/0006-settings-and-webhooks.ts'
import { batch } from './migrations/0007-batch.ts'
import { queueAndClaims } from './migrations/0008-queue-and-claims.ts'
import { madeOfImages } from './migrations/0009-made-of-images.ts'
import { bootTrials } from './migrations/0010-boot-trials.ts'

/** In order, never edited once released; each new one goes to the end. */
export const migrations: Record<string, Migration> = {
  '0001-sessions-and-jobs': sessionsAndJobs,
  '0002-preflight': preflight,
  '0003-usual-time': usualTime,
  '0004-jobs-list': jobsList,
  '0005-audit': audit,
  '0006-settings-and-webhooks': settingsAndWebhooks,
  '0007-batch': batch,
  '0008-queue-and-claims': queueAndClaims,
  '0009-made-of-images': madeOfImages,
  '0010-boot-trials': bootTrials,
}
