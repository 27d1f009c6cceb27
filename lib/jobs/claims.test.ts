import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Store } from '../store/store.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import {
  CLAIM_MS,
  claimDueJobs,
  LONGEST_WAIT_MS,
  listOrphans,
  releaseClaims,
  whileClaimed,
} from './claims.ts'
import { dataDiskRequest } from './request.fixture.ts'
import { advance, findJob, insertJob, type Job } from './rows.ts'

const NOW = Date.UTC(2026, 10, 25)

onEachStore((emptyStore) => {
  let db: Store
  beforeEach(async () => {
    db = await emptyStore()
  })

  async function kept(id: string): Promise<Job> {
    const job = await findJob(db, id)
    if (!job) throw new Error('no such job')
    return job
  }

  async function submitting(id: string): Promise<Job> {
    await insertJob(db, {
      id,
      projectId: 'p1',
      regionId: 'eu-de',
      user: { id: 'u', name: 'demo' },
      request: dataDiskRequest,
      submittedAt: NOW,
      start: { state: 'submitting', claimant: 'sender', until: NOW + CLAIM_MS },
    })
    return kept(id)
  }

  async function queued(id: string, nextCheckAt = NOW): Promise<void> {
    await advance(db, await submitting(id), { transition: 'accept', imsJobId: id, nextCheckAt })
  }

  const claimed = async (claimant: string, now: number, limit = 100) =>
    (await claimDueJobs(db, claimant, now, limit)).map(({ id }) => id)

  describe('a due job', () => {
    test('is claimed by one of many processes that look at the same time', async () => {
      const ids = Array.from({ length: 30 }, (_, index) => `job-${index}`)
      for (const id of ids) await queued(id)
      const claims = await Promise.all(['a', 'b', 'c', 'd'].map((claimant) => claimed(claimant, NOW)))
      expect(claims.flat().sort()).toEqual([...ids].sort())
    })

    test('of a process that died is taken over when its claim has run out, not earlier', async () => {
      await queued('a')
      expect(await claimed('dead', NOW)).toEqual(['a'])
      expect(await claimed('other', NOW + CLAIM_MS - 1)).toEqual([])
      expect(await claimed('other', NOW + CLAIM_MS)).toEqual(['a'])
    })

    test('is free again once what was learnt of it is kept', async () => {
      await queued('a')
      await claimed('one', NOW)
      await advance(db, await kept('a'), { nextCheckAt: NOW + 1 })
      expect(await claimed('other', NOW + 1)).toEqual(['a'])
    })

    test('is free at once when its process ends in order', async () => {
      await queued('a')
      await claimed('one', NOW)
      await releaseClaims(db, 'one')
      expect(await claimed('other', NOW)).toEqual(['a'])
    })

    test('waits for its time, the longest overdue first and so many at once', async () => {
      await queued('later', NOW + 2)
      await queued('second', NOW - 1)
      await queued('first', NOW - 2)
      expect(await claimed('me', NOW, 1)).toEqual(['first'])
      expect(await claimed('me', NOW)).toEqual(['second'])
      expect(await claimed('me', NOW, 0)).toEqual([])
    })

    test('is found although the clock was set back since its time was noted', async () => {
      await queued('a', NOW + LONGEST_WAIT_MS + 1)
      expect(await claimed('me', NOW)).toEqual(['a'])
    })

    test('is found although the clock was set back since it was claimed', async () => {
      await queued('a', NOW - 1)
      await claimed('me', NOW + 3_600_000)
      expect(await claimed('me', NOW)).toEqual(['a'])
    })

    test('keeps its version when it is claimed: nothing that a page shows has changed', async () => {
      await queued('a')
      const { version } = await kept('a')
      await claimed('me', NOW)
      expect((await kept('a')).version).toBe(version)
    })
  })

  test('a claim is kept for as long as the work takes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      await queued('a')
      await claimed('slow', NOW)
      let time = NOW
      const clock = () => time
      await whileClaimed(db, { id: 'a', claimant: 'slow' }, clock, async () => {
        for (let renewals = 0; renewals < 3; renewals += 1) {
          time += CLAIM_MS / 2
          vi.advanceTimersByTime(CLAIM_MS / 2)
          await expect.poll(claimedUntil, { timeout: 10_000 }).toBe(time + CLAIM_MS)
        }
        expect(await claimed('other', time)).toEqual([])
      })
      expect(await claimed('other', time + CLAIM_MS)).toEqual(['a'])
    } finally {
      vi.useRealTimers()
    }
  })

  const claimedUntil = async () =>
    (await db.selectFrom('job').select('claimed_until').executeTakeFirstOrThrow()).claimed_until

  test('a call whose process died is an orphan, one that is renewed is none', async () => {
    await submitting('a')
    expect(await listOrphans(db, NOW + CLAIM_MS - 1)).toEqual([])
    expect((await listOrphans(db, NOW + CLAIM_MS)).map(({ id }) => id)).toEqual(['a'])
  })
})
