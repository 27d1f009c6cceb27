import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { findSession } from './rows.ts'
import { type Scene, setScene } from './scene.fixture.ts'
import { signOut } from './sign-in.ts'
import { tokenForm } from './sign-in-form.ts'
import { signInWithToken } from './sign-in-with-token.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
beforeEach(() => scene.reset())
afterAll(() => scene.stop())

/** A token as another tool would make it. */
async function tokenFor(user: string, project: string | null): Promise<string> {
  const domain = { name: 'DEMO' }
  const scope = project ? { scope: { project: { name: project, domain } } } : {}
  const answer = await fetch(`${scene.simulator.iamUrl}/v3/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      auth: {
        identity: {
          methods: ['password'],
          password: { user: { name: user, password: 'demo-password', domain } },
        },
        ...scope,
      },
    }),
  })
  const token = answer.headers.get('x-subject-token')
  if (!token) throw new Error(`no token for ${user}`)
  return token
}

const isAlive = async (token: string) =>
  (
    await fetch(`${scene.simulator.iamUrl}/v3/auth/tokens`, {
      headers: { 'x-auth-token': token, 'x-subject-token': token },
    })
  ).ok

const enter = (token: string, project = '') =>
  signInWithToken(scene.db(), { token, region: 'sim', project }, 'here')

async function entered(token: string, project = '') {
  const outcome = await enter(token, project)
  if (!outcome.ok) throw new Error(outcome.error.error.title)
  const session = await findSession(scene.db(), outcome.value.sessionId, Date.now())
  if (!session) throw new Error('no session was kept')
  return { step: outcome.value.step, session }
}

async function refused(token: string, project = '') {
  const outcome = await enter(token, project)
  if (outcome.ok) throw new Error('expected a problem')
  return outcome.error
}

test('a token enters its own project, and signing out does not end it', async () => {
  const token = await tokenFor('demo', 'eu-de_demo')
  const { step, session } = await entered(token)
  expect(step).toEqual({ step: 'signed-in' })
  expect(session).toMatchObject({ user: { name: 'demo' }, project: { name: 'eu-de_demo' } })
  expect(session.token).not.toBe(token)
  await signOut(scene.db(), session)
  expect(await isAlive(token)).toBe(true)
})

test('it enters another project of the user when that is named', async () => {
  const { session } = await entered(await tokenFor('demo', 'eu-de_demo'), 'eu-de_lab')
  expect(session.project?.name).toBe('eu-de_lab')
  expect(await refused(await tokenFor('demo', 'eu-de_demo'), 'eu-de_nowhere')).toMatchObject({
    field: 'project',
  })
})

test('one without a project offers those of the region, or takes the only one', async () => {
  const { step } = await entered(await tokenFor('demo', null))
  if (step.step !== 'choose-project') throw new Error('expected a choice')
  expect(step.projects.map(({ name }) => name)).toContain('eu-de_lab')
  expect((await entered(await tokenFor('single', null))).session.project?.name).toBe('eu-de_solo')
  expect((await refused(await tokenFor('nobody', null))).error.title).toMatch(/no project in eu-de/)
})

test('where IAM makes no token from a scoped one, the given one serves', async () => {
  const token = await tokenFor('demo', 'eu-de_demo')
  await scene.fault({ service: 'iam', method: 'POST', path: '/v3/auth/tokens', status: 403 })
  expect((await entered(token)).session.token).toBe(token)
})

test('one that IAM does not know, and one of another region, are told apart from a wrong project', async () => {
  expect(await refused('MIInothing')).toMatchObject({ field: 'token' })
  expect(await refused(await tokenFor('demo', 'eu-nl_demo'))).toMatchObject({
    field: 'region',
    error: { title: 'This token is for eu-nl; you chose eu-de' },
  })
})

test('one that ends within five minutes is not taken', async () => {
  const token = await tokenFor('demo', 'eu-de_demo')
  await scene.fault({
    service: 'iam',
    method: 'GET',
    path: '/v3/auth/tokens',
    status: 200,
    body: {
      token: {
        expires_at: new Date(Date.now() + 60_000).toISOString(),
        user: { id: 'u', name: 'demo', domain: { id: 'd', name: 'DEMO' } },
      },
    },
  })
  expect(await refused(token)).toMatchObject({ field: 'token', error: { remedy: 'Make a new one.' } })
})

test.each([
  ['', 'Paste a token.'],
  ['two words', 'A token has no blanks and no line breaks. Paste it alone.'],
  ['x\r\nx-evil: 1', 'A token has no blanks and no line breaks. Paste it alone.'],
])('the form refuses %j', (token, message) => {
  const parsed = z.safeParse(tokenForm, { token, region: 'sim', project: '' })
  expect(parsed.error?.issues[0]?.message).toBe(message)
})
