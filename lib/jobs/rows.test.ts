import { beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../store/store.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import type { Likeness } from './likeness.ts'
import { dataDiskRequest as request } from './request.fixture.ts'
import { advance, dropOldJobs, findJob, findJobOfProject, insertJob, type Job } from './rows.ts'
import { JOB_STATES, JOB_TRANSITIONS, type JobState, type JobTransition } from './states.ts'

let db: Store

const insert = (id: string, submittedAt = 1_000, projectId = 'p1', likeness: Likeness | null = null) =>
  insertJob(db, {
    id,
    projectId,
    regionId: 'eu-de',
    user: { id: 'u', name: 'demo' },
    request,
    submittedAt,
    likeness,
    start: { state: 'submitting', claimant: 'me', until: submittedAt + 4_000 },
  })

async function kept(id: string) {
  const job = await findJob(db, id)
  if (!job) throw new Error('no such job')
  return job
}

onEachStore((emptyStore) => {
  beforeEach(async () => {
    db = await emptyStore()
  })

  describe('a job row', () => {
    test('gives back what was put in', async () => {
      await insert('a')
      expect(await kept('a')).toMatchObject({
        id: 'a',
        state: 'submitting',
        version: 1,
        request,
        submittedAt: 1_000,
      })
    })

    test('is kept once for an id, and the second writer is told', async () => {
      expect(await insert('a')).toBe(true)
      expect(await insert('a', 2_000)).toBe(false)
      expect((await kept('a')).submittedAt).toBe(1_000)
    })

    test('is invisible from another project', async () => {
      await insert('a')
      expect(await findJobOfProject(db, 'p2', 'a')).toBeNull()
    })
  })

  describe('the usual time of a job', () => {
    const likeness: Likeness = { key: 'VHD 2 system', format: 'VHD', sizeGib: { from: 2, to: 5 } }
    const finished = async (id: string, tookMs: number, changes: { key?: string; project?: string } = {}) => {
      const { key = likeness.key, project = 'p1' } = changes
      await insert(id, 1_000, project, { ...likeness, key })
      const row = { id, version: 1, state: 'submitting' } as const
      await advance(db, row, { transition: 'accept' })
      await advance(
        db,
        { ...row, version: 2, state: 'queued' },
        { transition: 'succeed', endedAt: 1_000 + tookMs },
      )
    }

    test('is learnt from the finished imports of its project that are like it, and stays as it was', async () => {
      await finished('a', 60_000)
      await finished('b', 70_000)
      await insert('early', 2_000, 'p1', likeness)
      await finished('c', 80_000)
      await finished('other size', 1, { key: 'VHD 5 system' })
      await finished('other project', 1, { project: 'p2' })
      await insert('still running', 1_000, 'p1', likeness)
      await insert('next', 3_000, 'p1', likeness)
      expect((await kept('early')).usual).toBeNull()
      expect((await kept('next')).usual).toEqual({
        fromMs: 60_000,
        toMs: 80_000,
        count: 3,
        format: 'VHD',
        sizeGib: { from: 2, to: 5 },
      })
    })

    test('is none where the file was not seen', async () => {
      for (const id of ['a', 'b', 'c']) await finished(id, 60_000)
      await insert('unseen')
      expect((await kept('unseen')).usual).toBeNull()
    })
  })

  /** Puts a job into a state as no transition would: to look at every way out of each. */
  async function put(id: string, state: JobState): Promise<Job> {
    await insert(id)
    await db.updateTable('job').set({ state }).where('id', '=', id).execute()
    return kept(id)
  }

  test.each(Object.keys(JOB_TRANSITIONS) as JobTransition[])(
    '%s leads from where it may begin to where it ends, and from elsewhere nowhere',
    async (transition) => {
      const { from, to } = JOB_TRANSITIONS[transition]
      for (const state of JOB_STATES) {
        const job = await put(state, state)
        const taken = advance(db, job, { transition })
        if ((from as readonly JobState[]).includes(state)) {
          expect(await taken).toBe(true)
          expect((await kept(state)).state).toBe(to)
        } else {
          await expect(taken).rejects.toThrow(`that is ${state} does not ${transition}`)
          expect((await kept(state)).state).toBe(state)
        }
      }
    },
  )

  describe('moving on', () => {
    test('the slower of two writers loses quietly', async () => {
      await insert('a')
      const seen = await kept('a')
      expect(await advance(db, seen, { transition: 'accept', imsJobId: '1' })).toBe(true)
      expect(await advance(db, seen, { transition: 'loseAnswer' })).toBe(false)
      expect(await kept('a')).toMatchObject({ state: 'queued', version: 2, imsJobId: '1' })
    })

    test('a move the table does not have is a bug and throws', async () => {
      await insert('a')
      await advance(db, await kept('a'), { transition: 'refuse' })
      await expect(advance(db, await kept('a'), { transition: 'accept' })).rejects.toThrow(
        'that is rejected does not accept',
      )
    })

    test('a change without a state leaves everything else as it was', async () => {
      await insert('a')
      await advance(db, await kept('a'), { nextCheckAt: 5 })
      expect(await kept('a')).toMatchObject({ state: 'submitting', nextCheckAt: 5, version: 2 })
    })
  })

  test('ended imports are dropped when they are old enough, and running ones never', async () => {
    for (const id of ['old', 'recent', 'running']) await insert(id, 1)
    await advance(db, await kept('old'), { transition: 'refuse', endedAt: 10 })
    await advance(db, await kept('recent'), { transition: 'refuse', endedAt: 20 })
    await dropOldJobs(db, 20)
    const left = await Promise.all(['old', 'recent', 'running'].map((id) => findJob(db, id)))
    expect(left.map((job) => job?.id)).toEqual([undefined, 'recent', 'running'])
  })
})
