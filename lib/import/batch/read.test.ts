import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { insertJob } from '../../jobs/rows.ts'
import type { Store } from '../../store/store.ts'
import { onEachStore } from '../../store/stores.fixture.ts'
import { systemDraft } from '../drafts.fixture.ts'
import { importRequest } from '../schema.ts'
import { readBatch } from './read.ts'

const BATCH = '7091952d-6b0c-4f4c-a1d2-0c5d1f3e9be3'
const session = { project: { id: 'p1', name: 'eu-de_demo' } }

onEachStore((emptyStore) => {
  let db: Store
  let now = 0
  beforeEach(async () => {
    db = await emptyStore()
    now = 1_000
  })

  const queued = async (imageName: string, batchId: string | null, projectId = 'p1') => {
    now += 1
    await insertJob(db, {
      id: randomUUID(),
      projectId,
      regionId: 'eu-de',
      user: { id: 'u', name: 'demo' },
      request: importRequest.parse(systemDraft({ imageName })),
      submittedAt: now,
      batchId,
      start: { state: 'waiting' },
    })
  }

  test('has its imports in the order of their rows, and how many wait before them', async () => {
    await queued('alone', null)
    await queued('first', BATCH)
    await queued('second', BATCH)
    const batch = await readBatch(db, session, BATCH)
    expect(batch?.jobs.map(({ imageName }) => imageName)).toEqual(['first', 'second'])
    expect(batch?.waitingBefore).toBe(1)
    expect(batch?.pollAfterMs).toBeGreaterThan(0)
  })

  test('is nobody’s but its project’s', async () => {
    await queued('theirs', BATCH, 'p2')
    expect(await readBatch(db, session, BATCH)).toBeNull()
  })

  test('stops being asked for when all have ended', async () => {
    await queued('done', BATCH)
    await db.updateTable('job').set({ state: 'succeeded', ended_at: now }).execute()
    expect(await readBatch(db, session, BATCH)).toMatchObject({ waitingBefore: null, pollAfterMs: null })
  })

  test.each(['', 'x', '../..'])('%j is no batch', async (id) => {
    expect(await readBatch(db, session, id)).toBeNull()
  })
})
