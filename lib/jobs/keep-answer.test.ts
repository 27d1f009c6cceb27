import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../store/store.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { CLAIM_MS } from './claims.ts'
import { type Answer, keepAnswer, untilAnswersKept } from './keep-answer.ts'
import { dataDiskRequest } from './request.fixture.ts'
import { advance, findJob, insertJob, type Job } from './rows.ts'
import { giveUpOrphans } from './watcher.ts'

process.env.LOG_LEVEL = 'silent'

const ACCEPTED: Answer = { transition: 'accept', imsJobId: 'f'.repeat(32), acceptedAt: 1, nextCheckAt: 1 }
const REFUSED: Answer = { transition: 'refuse', endedAt: 1 }
const LOST: Answer = { transition: 'loseAnswer' }

onEachStore((emptyStore) => {
  let db: Store
  let id: string
  beforeEach(async () => {
    db = await emptyStore()
    id = randomUUID()
    await insertJob(db, {
      id,
      projectId: 'p1',
      regionId: 'eu-de',
      user: { id: 'u', name: 'demo' },
      request: dataDiskRequest,
      submittedAt: Date.now(),
      start: { state: 'submitting', claimant: 'me', until: Date.now() + CLAIM_MS },
    })
  })

  async function job(): Promise<Job> {
    const found = await findJob(db, id)
    if (!found) throw new Error('the job is gone')
    return found
  }

  const takeStoreAway = () => sql`alter table job rename to job_elsewhere`.execute(db)
  const bringStoreBack = () => sql`alter table job_elsewhere rename to job`.execute(db)

  test.each([
    [ACCEPTED, 'queued'],
    [REFUSED, 'rejected'],
    [LOST, 'unconfirmed'],
  ])('%o makes it %s', async (answer, state) => {
    await keepAnswer(db, id, answer)
    expect((await job()).state).toBe(state)
  })

  test.each([
    [ACCEPTED, 'queued'],
    [REFUSED, 'rejected'],
  ])('while the store is away %o is held on to, and makes it %s afterwards', async (answer, state) => {
    await takeStoreAway()
    await keepAnswer(db, id, answer)
    await bringStoreBack()
    await untilAnswersKept()
    expect((await job()).state).toBe(state)
  })

  describe('when it was given up meanwhile', () => {
    beforeEach(() => giveUpOrphans(db, Date.now() + CLAIM_MS))

    test.each([
      [ACCEPTED, 'queued'],
      [REFUSED, 'rejected'],
      [{ ...REFUSED, transition: 'giveBack' } as const, 'rejected'],
    ])('%o still counts: it becomes %s', async (answer, state) => {
      await keepAnswer(db, id, answer)
      expect(await job()).toMatchObject({ state, checkError: null })
    })

    test('and a person has sent it again, nothing is changed any more', async () => {
      await advance(db, await job(), { transition: 'replace', endedAt: 5 })
      await keepAnswer(db, id, ACCEPTED)
      expect(await job()).toMatchObject({ state: 'rejected', imsJobId: null })
    })
  })
})
