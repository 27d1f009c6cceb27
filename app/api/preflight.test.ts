/** The routes about buckets and files, called as Next calls them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { GET as getObjects } from '@/app/api/buckets/[bucket]/objects/route'
import { GET as getBuckets } from '@/app/api/buckets/route'
import { GET as getInspection } from '@/app/api/inspection/route'
import { bucketListView, objectListView } from '@/lib/buckets/view'
import { problemBody } from '@/lib/cloud/explained-error'
import { preflightView } from '@/lib/preflight/view'
import { writeSessionCookie } from '@/lib/session/cookie'
import { toActive } from '@/lib/session/current'
import { findSession } from '@/lib/session/rows'
import { type Scene, setScene } from '@/lib/session/scene.fixture'
import { signInWithPassword } from '@/lib/session/sign-in'
import { migrate } from '@/lib/store/migrate'
import { store } from '@/lib/store/store'

// No test waits for time; this is for machines that build at the same time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
  headers: async () => new Headers(),
}))

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
  await migrate(store())
})
beforeEach(async () => {
  await scene.reset()
  await signIn()
})
afterAll(() => scene.stop())

async function signIn() {
  const outcome = await signInWithPassword(
    store(),
    { domain: 'DEMO', userName: 'demo', password: 'demo-password', region: 'sim', project: 'eu-de_demo' },
    'here',
  )
  if (!outcome.ok) throw new Error(outcome.error.error.title)
  await writeSessionCookie(outcome.value.sessionId)
  const kept = await findSession(store(), outcome.value.sessionId, Date.now())
  const active = kept && toActive(kept)
  if (!active) throw new Error('the session cannot work')
  return active
}

const ask = (path: string, signal?: AbortSignal) =>
  new Request(`http://console.test${path}`, signal ? { signal } : {})
const inspectionOf = (query: string) => getInspection(ask(`/api/inspection?${query}`))
const objectsOf = (bucket: string, query = '') =>
  getObjects(ask(`/api/buckets/${bucket}/objects${query}`), { params: Promise.resolve({ bucket }) })

describe('GET /api/inspection', () => {
  test('tells what a file is, in whatever way its address is written', async () => {
    for (const file of ['ims-image:centos70.qcow2', 'obs://ims-image/centos70.qcow2']) {
      const answer = await inspectionOf(new URLSearchParams({ file }).toString())
      expect(answer.status).toBe(200)
      expect(preflightView.parse(await answer.json())).toMatchObject({
        file: { bucket: 'ims-image', key: 'centos70.qcow2' },
        inspection: { format: 'qcow2', minDiskGb: 40 },
      })
    }
    expect(await scene.calls('GET /{bucket}/{key}')).toBeLessThanOrEqual(8)
  })

  test('reads again when asked for', async () => {
    await inspectionOf('file=ims-image:faulty/not-a-disk.qcow2')
    const reads = await scene.calls('GET /{bucket}/{key}')
    await inspectionOf('file=ims-image:faulty/not-a-disk.qcow2&fresh=1')
    expect(await scene.calls('GET /{bucket}/{key}')).toBe(reads * 2)
  })

  test('says in findings what cannot be seen', async () => {
    const answer = await inspectionOf('file=not-yours:secret.qcow2')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      inspection: null,
      objectFindings: [{ id: 'foreign-bucket' }],
    })
  })

  test.each(['', 'file=', 'file=..:x', 'file=ims-image:a%20b.raw', 'file=http://169.254.169.254/x'])(
    '?%s is refused and nothing is called',
    async (query) => {
      const answer = await inspectionOf(query)
      expect(answer.status).toBe(400)
      expect(problemBody.parse(await answer.json()).problem).toBe('bad-request')
      expect(await scene.calls('HEAD /{bucket}')).toBe(0)
    },
  )

  test('ends when the person goes', async () => {
    await scene.fault({ method: 'HEAD', path: '/{bucket}/{key}', delayMs: 60_000 })
    const gone = new AbortController()
    const answer = getInspection(ask('/api/inspection?file=ims-image:centos70.qcow2', gone.signal))
    await vi.waitFor(async () => expect(await scene.calls('HEAD /{bucket}/{key}')).toBe(1))
    gone.abort()
    expect((await answer).status).toBe(499)
  })

  test('is for who is signed in', async () => {
    jar.clear()
    expect((await inspectionOf('file=ims-image:centos70.qcow2')).status).toBe(401)
    expect((await getBuckets(ask('/api/buckets'))).status).toBe(401)
    expect((await objectsOf('ims-image')).status).toBe(401)
  })
})

describe('GET /api/buckets and what is in them', () => {
  test('list what a schema of the browser reads', async () => {
    const list = bucketListView.parse(await (await getBuckets(ask('/api/buckets'))).json())
    expect(list.buckets.map(({ name }) => name)).toEqual(['archive-nl', 'ims-image'])
    const folder = objectListView.parse(await (await objectsOf('ims-image', '?prefix=build-4412/')).json())
    expect(folder.files).toHaveLength(2)
  })

  test.each([
    ['..', '', 400],
    ['ims-image', '?after=', 400],
    ['nothing-here', '', 404],
    ['not-yours', '', 403],
    ['archive-nl', '', 400],
  ])('%s%s answers %i', async (bucket, query, status) => {
    const answer = await objectsOf(bucket, query)
    expect(answer.status).toBe(status)
    problemBody.parse(await answer.json())
  })

  test('nothing secret is in what comes back', async () => {
    const text = await (await getBuckets(ask('/api/buckets'))).text()
    expect(text).not.toMatch(/TMP[0-9A-F]{17}|gAAAA|secret/i)
  })
})
