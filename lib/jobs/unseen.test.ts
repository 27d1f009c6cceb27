import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { type HowEnded, insertEnded } from './ended-import.fixture.ts'
import { listUnseen, markAllSeen, markSeen, readUnseen } from './unseen.ts'

const DAY_MS = 24 * 3_600_000
let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.stop())

type End = { agoMs?: number; how?: HowEnded; userId?: string; projectId?: string }

function end({ agoMs = 0, how = 'succeeded', userId, projectId }: End = {}): Promise<string> {
  const { project, regionId, user } = scene.session()
  const owner = { projectId: projectId ?? project.id, regionId, user: { ...user, id: userId ?? user.id } }
  return insertEnded(scene.db(), owner, Date.now() - agoMs, how)
}

const unseen = async () => (await listUnseen(scene.db(), scene.session())).map(({ id }) => id)

onEachStore((emptyStore) => {
  beforeEach(() => scene.reset(emptyStore))

  test('the person’s own ends of the project are told, the last one first', async () => {
    const first = await end({ agoMs: 2000 })
    const second = await end({ agoMs: 1000, how: 'failed' })
    await end({ userId: 'another' })
    await end({ projectId: 'another' })
    await end({ how: 'refused' })
    await end({ how: 'taken-out' })
    const third = await end({ agoMs: 3000, how: 'refused-later' })
    await end({ agoMs: 15 * DAY_MS })
    expect(await unseen()).toEqual([second, first, third])
    expect(await readUnseen(scene.db(), scene.session())).toMatchObject({
      count: 3,
      newest: [
        { state: 'failed', code: 'IMG.1075' },
        { state: 'succeeded', imageName: 'a', code: null },
        { state: 'failed' },
      ],
    })
  })

  test('what is seen is told no more, and twice is once', async () => {
    const [first, second] = [await end({ agoMs: 1000 }), await end()]
    await markSeen(scene.db(), scene.session(), [first, 'no such import'])
    await markSeen(scene.db(), scene.session(), [first])
    expect(await unseen()).toEqual([second])
  })

  test('an end that is learnt of after all were marked is told, though it came before them', async () => {
    await end()
    await markAllSeen(scene.db(), scene.session())
    expect(await unseen()).toEqual([])
    const late = await end({ agoMs: 2 * DAY_MS })
    expect(await unseen()).toEqual([late])
  })

  test('hundreds are counted to a hundred, and marked all at once', async () => {
    for (let index = 0; index < 120; index += 1) await end({ agoMs: index })
    expect(await readUnseen(scene.db(), scene.session())).toMatchObject({ count: 100 })
    expect((await readUnseen(scene.db(), scene.session())).newest).toHaveLength(5)
    await markAllSeen(scene.db(), scene.session())
    expect(await unseen()).toEqual([])
  })
})
