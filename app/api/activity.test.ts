/** The record of changes over HTTP, called as Next calls it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { GET as getPage } from '@/app/api/activity/route'
import { GET as getCsv } from '@/app/api/activity.csv/route'
import { subjectOf } from '@/lib/audit/entry'
import { record } from '@/lib/audit/record'
import { activityPage } from '@/lib/audit/view'
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

const folder = mkdtempSync(join(tmpdir(), 'slipway-activity-'))

beforeAll(async () => {
  Object.assign(process.env, { DATA_DIR: folder, LOG_LEVEL: 'silent' })
  await migrate(store())
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(async () => {
  await store().deleteFrom('audit').execute()
  const session = await insertSession(
    store(),
    'eu-de',
    {
      token: 'token',
      expiresAt: Date.now() + 3_600_000,
      user: { id: 'u', name: 'demo' },
      domain: { id: 'd', name: 'DEMO' },
      project: { id: 'p1', name: 'eu-de_größe/1' },
      roles: null,
      imsUrl: null,
      obsUrl: null,
    },
    Date.now(),
  )
  await writeSessionCookie(session.id)
  const entry = { subject: subjectOf(session), object: null, address: null }
  for (let count = 0; count < 60; count += 1)
    await record(store(), { ...entry, action: 'session.sign-out' }, { result: 'done' })
  await record(store(), { ...entry, action: 'session.sign-in' }, { result: 'refused' })
})

const page = (query: string) => getPage(new Request(`http://console.test/api/activity?${query}`))
const csv = (query: string) => getCsv(new Request(`http://console.test/api/activity.csv?${query}`))

test('pages follow each other to the end', async () => {
  const first = activityPage.parse(await (await page('')).json())
  expect(first.entries).toHaveLength(50)
  const last = activityPage.parse(await (await page(`after=${first.next}`)).json())
  expect(last.entries).toHaveLength(11)
  expect(last.next).toBeNull()
})

test('list and file are filtered alike', async () => {
  const filtered = activityPage.parse(await (await page('result=refused')).json())
  expect(filtered.entries).toHaveLength(1)
  const text = await (await csv('result=refused')).text()
  expect(text.trimEnd().split('\r\n')).toHaveLength(2)
})

test('the file says its kind, and is named after project and day', async () => {
  const { headers } = await csv('')
  expect(headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/)
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename="slipway-activity-eu-de_gr-e-1-\d{4}-\d\d-\d\d\.csv"$/,
  )
})

test.each(['result=perhaps', 'from=never', 'after=1', 'from=2026-11-25&to=2026-11-01'])(
  '%s is refused with what to write instead',
  async (query) => {
    const answer = await page(query)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ problem: 'bad-request' })
  },
)

test('without a session there is no record to read', async () => {
  jar.clear()
  expect((await page('')).status).toBe(401)
  expect((await csv('')).status).toBe(401)
})
