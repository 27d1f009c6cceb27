import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../../simulator/start.ts'
import type { Store } from '../store/store.ts'
import { onEachStore } from '../store/stores.fixture.ts'
import { toActive } from './current.ts'
import { findSession } from './rows.ts'
import { chooseProject, signInAgain, signInWithPassword, signOut } from './sign-in.ts'
import type { SignInForm } from './sign-in-form.ts'
import { openToken, sealToken } from './vault.ts'

const folder = mkdtempSync(join(tmpdir(), 'slipway-sign-in-'))
let simulator: Simulator
let db: Store

beforeAll(async () => {
  simulator = await startSimulator({ iamPort: 0, imsPort: 0, obsPort: 0 })
  const clouds = join(folder, 'clouds.yaml')
  writeFileSync(clouds, `clouds: {sim: {auth: {auth_url: "${simulator.iamUrl}/v3"}, region_name: eu-de}}\n`)
  Object.assign(process.env, { CLOUDS_FILE: clouds, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' })
})

beforeEach(async () => {
  await fetch(`${simulator.iamUrl}/_sim/reset`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  await fetch(`${simulator.iamUrl}/_sim/faults`, { method: 'DELETE' })
})

afterAll(async () => {
  await simulator.close()
  rmSync(folder, { recursive: true, force: true })
})

const demo: SignInForm = {
  domain: 'DEMO',
  userName: 'demo',
  password: 'demo-password',
  region: 'sim',
  project: 'eu-de_demo',
}

const signIn = (change: Partial<SignInForm> = {}, address = 'here') =>
  signInWithPassword(db, { ...demo, ...change }, address)

async function signedIn(change: Partial<SignInForm> = {}) {
  const outcome = await signIn(change)
  if (!outcome.ok) throw new Error(outcome.error.error.title)
  const session = await findSession(db, outcome.value.sessionId, Date.now())
  if (!session) throw new Error('no session was kept')
  return { step: outcome.value.step, session }
}

async function problem(change: Partial<SignInForm>) {
  const outcome = await signIn(change)
  if (outcome.ok) throw new Error('expected a problem')
  return outcome.error
}

async function counters(): Promise<Record<string, number>> {
  return (await (await fetch(`${simulator.iamUrl}/_sim/counters`)).json()) as Record<string, number>
}

async function fault(json: object) {
  const answer = await fetch(`${simulator.iamUrl}/_sim/faults`, {
    method: 'POST',
    body: JSON.stringify(json),
    headers: { 'content-type': 'application/json' },
  })
  if (!answer.ok) throw new Error(await answer.text())
}

onEachStore((emptyStore) => {
  beforeEach(async () => {
    db = await emptyStore()
  })

  describe('with the project named', () => {
    test('one IAM call makes a session, and its token is not readable in the store', async () => {
      const { session, step } = await signedIn()
      expect(step).toEqual({ step: 'signed-in' })
      expect(await counters()).toEqual({ 'POST /v3/auth/tokens': 1 })
      expect(session.project?.name).toBe('eu-de_demo')
      expect(session.token).toMatch(/^MII/)
      const row = await db.selectFrom('session').selectAll().executeTakeFirstOrThrow()
      expect(JSON.stringify(row)).not.toContain(session.token?.slice(0, 40))
      expect(toActive(session)?.ims.imsUrl).toBe(simulator.imsUrl)
      expect(session.obsUrl).toBe(simulator.obsUrl)
    })

    test('a project the user has not gives its field a sentence', async () => {
      expect(await problem({ project: 'eu-de_nowhere' })).toMatchObject({
        field: 'project',
        error: { title: 'This user has no project called eu-de_nowhere in eu-de' },
      })
    })
  })

  describe('with the project left empty', () => {
    test('several are offered, only those of the region, and one re-scope takes the chosen one', async () => {
      const { step, session } = await signedIn({ project: '' })
      if (step.step !== 'choose-project') throw new Error('expected a choice')
      const names = step.projects.map(({ name }) => name)
      expect(names).toContain('eu-de_demo')
      expect(names).toContain('eu-de_lab')
      expect(names).not.toContain('MOS')
      expect(names.some((name) => name.startsWith('eu-nl'))).toBe(false)
      const lab = step.projects.find(({ name }) => name === 'eu-de_lab')
      const region = {
        id: 'sim',
        name: 'eu-de',
        title: '',
        iamUrl: `${simulator.iamUrl}/v3`,
        roles: null,
        imsUrl: null,
        obsUrl: null,
        imageApi: null,
      }
      if (!lab || !session.token) throw new Error('no token')
      const current = { state: 'choosing', session: { ...session, token: session.token }, region } as const
      expect(await chooseProject(db, current, lab.id)).toMatchObject({
        ok: true,
        value: { step: { step: 'signed-in' } },
      })
      expect((await findSession(db, session.id, Date.now()))?.project?.name).toBe('eu-de_lab')
      expect((await counters())['POST /v3/auth/tokens']).toBe(2)
    })

    test('the only one is taken at once', async () => {
      const { session } = await signedIn({ userName: 'single', project: '' })
      expect(session.project?.name).toBe('eu-de_solo')
    })

    test('none gives a sentence and leaves no session', async () => {
      expect(await problem({ userName: 'nobody', project: '' })).toMatchObject({
        error: { title: 'This user has no project in eu-de' },
      })
      expect(await db.selectFrom('session').selectAll().execute()).toEqual([])
    })
  })

  describe('what goes wrong', () => {
    test('a wrong password is tried once, and from the third failure the rest is counted down', async () => {
      expect(await problem({ password: 'no' })).toMatchObject({
        error: { title: 'Domain, user name or password is wrong', cause: expect.stringContaining('project') },
      })
      expect((await counters())['POST /v3/auth/tokens']).toBe(1)
      await problem({ password: 'no' })
      expect((await problem({ password: 'no' })).error.remedy).toMatch(/At most 2 attempts left/)
      expect((await problem({ password: 'no' })).error.remedy).toMatch(/At most 1 attempt left/)
      await problem({ password: 'no' })
      const locked = await problem({})
      expect(locked.error.title).toBe('IAM has locked this user')
      expect((locked.opensAt ?? 0) - locked.error.at).toBe(15 * 60_000)
    })

    test('only a project that was named may be what IAM means', async () => {
      const { error } = await problem({ password: 'no', project: '' })
      expect(error.cause).toBe('IAM does not say which.')
    })

    test('an account that asks for a code is told so', async () => {
      expect((await problem({ userName: 'mfa' })).error.title).toMatch(/asks for a code/)
    })

    test.each([
      [{ status: 500, body: '<html>' }, /answered with an error/],
      [{ garble: true }, /cannot read/],
      [{ drop: 'before' }, /ended the connection/],
      [{ status: 429 }, /no further sign-ins/],
    ])('IAM with %j is explained', async (kind, title) => {
      await fault({ service: 'iam', method: 'POST', path: '/v3/auth/tokens', ...kind })
      expect((await problem({})).error.title).toMatch(title)
      expect((await counters())['POST /v3/auth/tokens'] ?? 0).toBeLessThanOrEqual(1)
    })

    test('after twenty failures from one address Slipway asks IAM no more for a while', async () => {
      for (let n = 0; n < 20; n++) await signIn({ userName: `guess-${n}`, password: 'no' }, 'elsewhere')
      const before = (await counters())['POST /v3/auth/tokens']
      const outcome = await signIn({}, 'elsewhere')
      expect(outcome).toMatchObject({ ok: false, error: { error: { title: 'Too many attempts from here' } } })
      expect((await counters())['POST /v3/auth/tokens']).toBe(before)
      expect((await signIn({}, 'another place')).ok).toBe(true)
    })
  })

  describe('the end', () => {
    test('sign-out revokes the token and leaves no row', async () => {
      const { session } = await signedIn()
      await signOut(db, session)
      expect((await counters())['DELETE /v3/auth/tokens']).toBe(1)
      expect(await findSession(db, session.id, Date.now())).toBeNull()
    })

    test('sign-out works although IAM cannot be reached', async () => {
      const { session } = await signedIn()
      await fault({ service: 'iam', method: 'DELETE', path: '/v3/auth/tokens', drop: 'before' })
      await signOut(db, session)
      expect(await findSession(db, session.id, Date.now())).toBeNull()
    })

    test('a token in its last five minutes counts as ended', async () => {
      const { session } = await signedIn()
      expect(
        (await findSession(db, session.id, session.tokenExpiresAt - 5 * 60_000 - 1))?.token,
      ).not.toBeNull()
      expect((await findSession(db, session.id, session.tokenExpiresAt - 5 * 60_000))?.token).toBeNull()
    })

    test('signing in again needs the password alone', async () => {
      const { session } = await signedIn({ project: 'eu-de_lab' })
      const outcome = await signInAgain(db, session, 'demo-password', 'here')
      if (!outcome.ok) throw new Error(outcome.error.error.title)
      expect((await findSession(db, outcome.value.sessionId, Date.now()))?.project?.name).toBe('eu-de_lab')
    })
  })

  describe('the vault', () => {
    test('opens what it sealed, for that session only', () => {
      const sealed = sealToken('MIIsecret', 'session-1')
      expect(openToken(sealed, 'session-1')).toBe('MIIsecret')
      expect(openToken(sealed, 'session-2')).toBeNull()
      expect(openToken(`${sealed.slice(0, -2)}xx`, 'session-1')).toBeNull()
      expect(openToken('', 'session-1')).toBeNull()
    })

    test('its made-up secret is for its owner only', () => {
      sealToken('x', 'y')
      const file = join(folder, 'data', 'session-secret')
      expect(statSync(file).mode & 0o777).toBe(0o600)
      expect(readFileSync(file, 'utf8').length).toBeGreaterThanOrEqual(32)
    })
  })
})
