import { beforeEach, expect, test } from 'vitest'
import { holdLease, releaseLease } from './lease.ts'
import type { Store } from './store.ts'
import { onEachStore } from './stores.fixture.ts'

const FOR_MS = 4_000

onEachStore((emptyStore) => {
  let db: Store
  beforeEach(async () => {
    db = await emptyStore()
  })
  const hold = (holder: string, now: number) => holdLease(db, 'queue', holder, now, FOR_MS)

  test('one has it as long as it renews, and another once it does not', async () => {
    expect(await hold('a', 0)).toBe(true)
    expect(await hold('b', 3_999)).toBe(false)
    expect(await hold('a', 3_999)).toBe(true)
    expect(await hold('b', 4_000)).toBe(false)
    expect(await hold('b', 7_999)).toBe(true)
    expect(await hold('a', 7_999)).toBe(false)
  })

  test('of many at once one gets it', async () => {
    const got = await Promise.all(Array.from({ length: 20 }, (_, index) => hold(`${index}`, 0)))
    expect(got.filter(Boolean)).toHaveLength(1)
  })

  test('given back, it is free at once; giving back another’s does nothing', async () => {
    await hold('a', 0)
    await releaseLease(db, 'queue', 'b')
    expect(await hold('b', 1)).toBe(false)
    await releaseLease(db, 'queue', 'a')
    expect(await hold('b', 1)).toBe(true)
  })

  test('a clock that is set back does not lock everybody out', async () => {
    await hold('a', 3_600_000)
    expect(await hold('b', 0)).toBe(true)
  })
})
