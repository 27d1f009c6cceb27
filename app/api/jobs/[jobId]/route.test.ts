/** A status poll, called as Next calls it. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { GET } from '@/app/api/jobs/[jobId]/route'
import type { IssuedToken } from '@/lib/cloud/iam'
import { systemDraft } from '@/lib/import/drafts.fixture'
import { importRequest } from '@/lib/import/schema'
import { advance, findJob, insertJob } from '@/lib/jobs/rows'
import { jobView } from '@/lib/jobs/view'
import { writeSessionCookie } from '@/lib/session/cookie'
import { deleteSession, endSession, insertSession, replaceToken } from '@/lib/session/rows'
import { migrate } from '@/lib/store/migrate'
import { store } from '@/lib/store/store'

const HOUR_MS = 3_600_000

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}))

const folder = mkdtempSync(join(tmpdir(), 'slipway-poll-'))
let sessionId: string
let jobId: string

beforeAll(async () => {
  Object.assign(process.env, { DATA_DIR: folder, LOG_LEVEL: 'silent' })
  await migrate(store())
})
beforeEach(async () => {
  sessionId = await signIn('token')
  jobId = await insertJobOf('p1')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const issued = (projectId: string, token: string): IssuedToken => ({
  token,
  expiresAt: Date.now() + HOUR_MS,
  user: { id: 'u', name: 'demo' },
  domain: { id: 'd', name: 'DEMO' },
  project: { id: projectId, name: projectId },
  roles: null,
  imsUrl: null,
  obsUrl: null,
})

async function signIn(token: string): Promise<string> {
  const { id } = await insertSession(store(), 'eu-de', issued('p1', token), Date.now())
  await writeSessionCookie(id)
  return id
}

async function insertJobOf(projectId: string): Promise<string> {
  const id = randomUUID()
  const request = importRequest.parse(systemDraft({ imageFile: 'ims-image:a.qcow2', minDiskGb: '40' }))
  const user = { id: 'u', name: 'demo' }
  const start = { state: 'submitting', claimant: 'me', until: 5_000 } as const
  await insertJob(store(), { id, projectId, regionId: 'eu-de', user, request, submittedAt: 1_000, start })
  return id
}

const poll = (held?: string, id = jobId) =>
  GET(new Request(`http://console.test/api/jobs/${id}`, held ? { headers: { 'if-none-match': held } } : {}), {
    params: Promise.resolve({ jobId: id }),
  })

async function versionHeld(): Promise<string> {
  const etag = (await poll()).headers.get('etag')
  if (!etag) throw new Error('no ETag')
  expect((await poll(etag)).status).toBe(304)
  return etag
}

test('an unchanged job answers 304 without a body, also where a proxy made its ETag weak', async () => {
  const etag = await versionHeld()
  const answer = await poll(`W/${etag}`)
  expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, etag, ''])
})

test('a changed job answers its view and a new version', async () => {
  const held = await versionHeld()
  const kept = await findJob(store(), jobId)
  if (!kept) throw new Error('no such job')
  await advance(store(), kept, { transition: 'accept', imsJobId: 'f'.repeat(32) })
  const answer = await poll(held)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('etag')).not.toBe(held)
  expect(jobView.parse(await answer.json())).toMatchObject({ id: jobId, state: 'queued', version: 2 })
})

test('a job of another project answers 404, whatever version of it is held', async () => {
  const held = await versionHeld()
  const elsewhere = await insertJobOf('p2')
  expect((await poll(undefined, elsewhere)).status).toBe(404)
  expect((await poll(held.replace(jobId, elsewhere), elsewhere)).status).toBe(404)
})

test.each(['no-such-job', randomUUID()])('%s answers 404', async (id) => {
  expect((await poll(undefined, id)).status).toBe(404)
  expect((await poll(`"${id}.1"`, id)).status).toBe(404)
})

test('a switch of the project holds at the next poll', async () => {
  const held = await versionHeld()
  await replaceToken(store(), sessionId, issued('p2', 'token-of-p2'))
  expect((await poll(held)).status).toBe(404)
})

test.each<[string, (id: string) => Promise<unknown>]>([
  ['signed out', (id) => deleteSession(store(), id)],
  ['ended by a refused token', (id) => endSession(store(), id)],
  ['whose token has run out', (id) => replaceToken(store(), id, { ...issued('p1', 'old'), expiresAt: 1 })],
  ['with the token of another', (id) => moveTokenTo(id)],
])('a session %s holds nothing from the next poll on', async (_, end) => {
  const held = await versionHeld()
  await end(sessionId)
  expect((await poll()).status).toBe(401)
  expect((await poll(held)).status).toBe(401)
})

async function moveTokenTo(id: string) {
  const other = await insertSession(store(), 'eu-de', issued('p1', 'of another'), Date.now())
  const { token_sealed } = await store()
    .selectFrom('session')
    .select('token_sealed')
    .where('id', '=', other.id)
    .executeTakeFirstOrThrow()
  await store().updateTable('session').set({ token_sealed }).where('id', '=', id).execute()
}
