/** Imports that have ended, for tests of how that is told. */
import type { Store } from '../store/store.ts'
import { dataDiskRequest } from './request.fixture.ts'
import { advance, insertJob, type NewJob } from './rows.ts'

type Owner = Pick<NewJob, 'projectId' | 'regionId' | 'user'>
/** `refused`: at once, in its form; `refused-later`: when its turn in the queue came; `taken-out`: of the queue. */
export type HowEnded = 'succeeded' | 'failed' | 'refused' | 'refused-later' | 'taken-out'

const TOOK_MS = 600_000
const WAITED_MS = 60_000
let made = 0

/** Makes an import that ends at `endedAt` (epoch milliseconds) after ten minutes. @returns its id */
export async function insertEnded(db: Store, owner: Owner, endedAt: number, how: HowEnded): Promise<string> {
  made += 1
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  const submittedAt = endedAt - TOOK_MS
  const isQueued = how === 'refused-later' || how === 'taken-out'
  const start = isQueued
    ? ({ state: 'waiting' } as const)
    : ({ state: 'submitting', claimant: 'test', until: submittedAt + 1 } as const)
  await insertJob(db, { ...owner, id, request: dataDiskRequest, submittedAt, start })
  const failure = {
    service: 'IMS',
    kind: 'job-failed',
    status: null,
    code: 'IMG.1075',
    cloudMessage: 'Failed to register the image file.',
    requestId: null,
    at: endedAt,
  } as const
  const [first, second] = [
    { id, version: 1, state: start.state },
    { id, version: 2 },
  ]
  switch (how) {
    case 'taken-out':
      await advance(db, first, { transition: 'takeOut', endedAt })
      break
    case 'refused':
      await advance(db, first, { transition: 'refuse', endedAt, failure })
      break
    case 'refused-later':
      await advance(db, first, { transition: 'send', sentAt: submittedAt + WAITED_MS })
      await advance(db, { ...second, state: 'submitting' }, { transition: 'refuse', endedAt, failure })
      break
    default:
      await advance(db, first, {
        transition: 'accept',
        imsJobId: 'f'.repeat(32),
        acceptedAt: submittedAt,
      })
      await advance(
        db,
        { ...second, state: 'queued' },
        how === 'failed'
          ? { transition: 'fail', endedAt, failure }
          : { transition: 'succeed', endedAt, imageId: 'an-image' },
      )
  }
  return id
}
