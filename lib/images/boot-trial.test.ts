import { beforeEach, expect, test } from 'vitest'
import type { Store } from '../store/store.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { readBootTrial, recordBootTrial } from './boot-trial.ts'

const IMAGE = { id: 'image-1', bootMode: 'bios' } as const
const by = (name: string, projectId = 'p1') => ({
  user: { id: name, name },
  project: { id: projectId, name: projectId },
})

onEachStore((emptyStore) => {
  let db: Store
  beforeEach(async () => {
    db = await emptyStore()
  })

  test('the last word on an image stands, until it is taken back', async () => {
    expect(await readBootTrial(db, 'p1', IMAGE.id)).toBeNull()
    await recordBootTrial(db, by('ada'), IMAGE, false)
    const said = await recordBootTrial(db, by('bob'), { ...IMAGE, bootMode: 'uefi' }, true)
    expect(said).toMatchObject({ boots: true, bootMode: 'uefi', by: 'bob' })
    expect(await readBootTrial(db, 'p1', IMAGE.id)).toEqual(said)

    expect(await recordBootTrial(db, by('ada'), IMAGE, null)).toBeNull()
    expect(await readBootTrial(db, 'p1', IMAGE.id)).toBeNull()
  })

  test('an image that two projects have is judged by each for itself', async () => {
    await recordBootTrial(db, by('ada'), { ...IMAGE, bootMode: null }, true)
    expect(await readBootTrial(db, 'p2', IMAGE.id)).toBeNull()
    expect(await readBootTrial(db, 'p1', IMAGE.id)).toMatchObject({ bootMode: null })
  })
})
