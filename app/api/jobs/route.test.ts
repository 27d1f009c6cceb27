/** The list, called as Next calls it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { GET } from '@/app/api/jobs/route'
import { problemBody } from '@/lib/cloud/explained-error'
import { insertRows, listedRow } from '@/lib/jobs/listed-rows.fixture'
import { jobList } from '@/lib/jobs/view'
import { writeSessionCookie } from '@/lib/session/cookie'
import { insertSession } from '@/lib/session/rows'
import { migrate } from '@/lib/store/migrate'
import { store } from '@/lib/store/store'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}))

const folder = mkdtempSync(join(tmpdir(), 'slipway-list-'))

beforeAll(async () => {
  Object.assign(process.env, { DATA_DIR: folder, LOG_LEVEL: 'silent' })
  await migrate(store())
})
beforeEach(async () => {
  await store().deleteFrom('job').execute()
  const issued = {
    token: 'token',
    expiresAt: Date.now() + 3_600_000,
    user: { id: 'u1', name: 'demo' },
    domain: { id: 'd', name: 'DEMO' },
    project: { id: 'p1', name: 'p1' },
    roles: null,
    imsUrl: null,
    obsUrl: null,
  }
  const { id } = await insertSession(store(), 'eu-de', issued, Date.now())
  await writeSessionCookie(id)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ask = (query: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://console.test/api/jobs?${query}`, { headers }))
const list = async (query: string) => jobList.parse(await (await ask(query)).json())

test('pages lead one to the next, each row on one of them', async () => {
  await insertRows(
    store(),
    Array.from({ length: 120 }, (_, number) => listedRow(number)),
  )
  const first = await list('')
  const second = await list(`cursor=${first.next}`)
  const third = await list(`cursor=${second.next}`)
  expect([first, second, third].map(({ jobs }) => jobs.length)).toEqual([50, 50, 20])
  expect(third.next).toBeNull()
  const ids = [first, second, third].flatMap(({ jobs }) => jobs.map(({ id }) => id))
  expect(new Set(ids).size).toBe(120)
})

test('an unchanged page answers 304', async () => {
  await insertRows(store(), [listedRow(1)])
  const etag = (await ask('')).headers.get('etag') ?? ''
  expect((await ask('', { 'if-none-match': etag })).status).toBe(304)
  await insertRows(store(), [listedRow(2)])
  expect((await ask('', { 'if-none-match': etag })).status).toBe(200)
})

test('another project’s imports are in no answer', async () => {
  const theirs = listedRow(1, { projectId: 'p2' })
  await insertRows(store(), [theirs])
  expect((await list('')).jobs).toEqual([])
  expect((await list(`ids=${theirs.id}`)).jobs).toEqual([])
})

test.each([
  ['state=gone', /Ask for a state by its word/],
  ['cursor=open.1', /Take the cursor/],
  ['cursor=', /Take the cursor/],
  ['ids=', /at most 100 ids/],
  ['ids=1,2', /at most 100 ids/],
  [`ids=${Array.from({ length: 101 }, (_, number) => listedRow(number).id)}`, /at most 100 ids/],
])('%s answers 400 with a sentence', async (query, sentence) => {
  const answer = await ask(query)
  expect(answer.status).toBe(400)
  expect(problemBody.parse(await answer.json()).error.remedy).toMatch(sentence)
})
