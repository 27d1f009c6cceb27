import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ImportRequest } from '../cloud/import-request.ts'
import { type Scene, setScene } from '../session/scene.fixture.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { advance, insertJob } from './rows.ts'
import { listUnseen, markAllSeen, markSeen, readUnseen } from './unseen.ts'

const DAY_MS = 24 * 3_600_000
const REQUEST: ImportRequest = {
  kind: 'data',
  name: 'billing-data',
  file: { bucket: 'ims-image', key: 'data.qcow2' },
  minDiskGb: 40,
  osType: 'Linux',
  description: '',
  tags: [],
  kmsKeyId: null,
  enterpriseProjectId: null,
  quickImport: false,
}

let scene: Scene
let made = 0
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.stop())

type End = {
  agoMs?: number
  state?: 'succeeded' | 'failed' | 'rejected'
  userId?: string
  projectId?: string
}

async function end({ agoMs = 0, state = 'succeeded', userId, projectId }: End = {}): Promise<string> {
  const { project, regionId, user } = scene.session()
  made += 1
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
  const endedAt = Date.now() - agoMs
  await insertJob(scene.db(), {
    id,
    projectId: projectId ?? project.id,
    regionId,
    user: { ...user, id: userId ?? user.id },
    request: REQUEST,
    submittedAt: endedAt - 1000,
    start: { state: 'submitting', claimant: 'me', until: endedAt },
  })
  const row = { id, version: 1, state: 'submitting' } as const
  if (state === 'rejected') {
    await advance(scene.db(), row, { transition: 'refuse', endedAt })
    return id
  }
  await advance(scene.db(), row, { transition: 'accept' })
  await advance(
    scene.db(),
    { ...row, version: 2, state: 'queued' },
    { transition: state === 'failed' ? 'fail' : 'succeed', endedAt },
  )
  return id
}

const unseen = async () => (await listUnseen(scene.db(), scene.session())).map(({ id }) => id)

onEachStore((emptyStore) => {
  beforeEach(() => scene.reset(emptyStore))

  test('the person’s own ends of the project are told, the last one first', async () => {
    const first = await end({ agoMs: 2000 })
    const second = await end({ agoMs: 1000, state: 'failed' })
    await end({ userId: 'another' })
    await end({ projectId: 'another' })
    await end({ state: 'rejected' })
    await end({ agoMs: 31 * DAY_MS })
    expect(await unseen()).toEqual([second, first])
    expect(await readUnseen(scene.db(), scene.session())).toMatchObject({
      count: 2,
      newest: [
        { state: 'failed', code: null },
        { state: 'succeeded', imageName: 'billing-data' },
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
