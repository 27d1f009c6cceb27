import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { gatewayError, passwordSignIn, startForTests, type TestSimulator } from '../client-for-tests.ts'

let sim: TestSimulator
beforeAll(async () => {
  sim = await startForTests()
})
afterAll(() => sim.close())
beforeEach(async () => {
  await sim.control('/reset', { body: {} })
})

const keystone = (message: string) => ({ error: { code: 401, message, title: 'Unauthorized' } })
const tokens = (body: unknown) => sim.iam('/v3/auth/tokens', { body })
const domain = { name: 'DEMO' }

describe('tokens', () => {
  const rescope = (id: string, project: string) =>
    tokens({
      auth: {
        identity: { methods: ['token'], token: { id } },
        scope: { project: { name: project, domain } },
      },
    })

  test('a re-scoped token is another one with the end of the first', async () => {
    const first = await tokens(passwordSignIn('demo'))
    const end = /"expires_at":"([^"]+)"/.exec(first.text)?.[1]
    await sim.advance(3600)
    const second = await rescope(first.headers.get('X-Subject-Token') ?? '', 'eu-de_lab')
    expect(second.status).toBe(201)
    expect(second.json).toMatchObject({ token: { expires_at: end, project: { name: 'eu-de_lab' } } })
    expect(second.headers.get('X-Subject-Token')).not.toBe(first.headers.get('X-Subject-Token'))
  })

  test('a damaged token re-scopes nothing', async () => {
    expect(await rescope('MIInonsense', 'eu-de_lab')).toMatchObject({ status: 401 })
  })

  test('a token ends after 24 hours', async () => {
    const { token } = await sim.signIn()
    await sim.advance(24 * 3600 - 60)
    expect((await sim.iam('/v3/auth/projects', { token })).status).toBe(200)
    await sim.advance(61)
    expect(await sim.iam('/v3/auth/projects', { token })).toMatchObject({
      status: 401,
      json: keystone('The X-Auth-Token is invalid!'),
    })
  })

  test('a token can be looked at and revoked, with effect at once', async () => {
    const { token } = await sim.signIn()
    const both = { token, headers: { 'X-Subject-Token': token } }
    const seen = await sim.iam('/v3/auth/tokens', both)
    expect(seen).toMatchObject({ status: 200, json: { token: { user: { name: 'demo' } } } })
    expect(seen.headers.get('X-Subject-Token')).toBe(token)
    const head = await sim.iam('/v3/auth/tokens', { ...both, method: 'HEAD' })
    expect(head).toMatchObject({ status: 200, text: '' })
    expect(await sim.iam('/v3/auth/tokens', { ...both, method: 'DELETE' })).toMatchObject({
      status: 204,
      text: '',
    })
    expect((await sim.iam('/v3/auth/projects', { token })).status).toBe(401)
    const other = await sim.signIn()
    const dead = { token: other.token, headers: { 'X-Subject-Token': token } }
    expect((await sim.iam('/v3/auth/tokens', dead)).status).toBe(404)
  })

  test('an expired token can still revoke itself', async () => {
    const { token } = await sim.signIn()
    await sim.advance(25 * 3600)
    const both = { method: 'DELETE', token, headers: { 'X-Subject-Token': token } }
    expect((await sim.iam('/v3/auth/tokens', both)).status).toBe(204)
  })
})

describe('lists', () => {
  test.each([
    ['demo', ['eu-de', 'eu-de_demo', 'eu-de_lab', 'eu-nl_demo', 'MOS']],
    ['single', ['eu-de_solo', 'eu-nl_demo', 'MOS']],
    ['nobody', []],
    ['reader', ['eu-de_demo']],
  ])('projects of %s', async (userName, names) => {
    const signedIn = await tokens(passwordSignIn(userName))
    const token = signedIn.headers.get('X-Subject-Token') ?? ''
    const reply = await sim.iam('/v3/auth/projects', { token })
    expect(reply).toMatchObject({
      status: 200,
      json: {
        projects: names.map((name) => ({ name, id: expect.any(String), enabled: true, is_domain: false })),
        links: { self: expect.any(String), previous: null, next: null },
      },
    })
  })

  test('domains, and the catalogue for project tokens only', async () => {
    const { token } = await sim.signIn()
    expect(await sim.iam('/v3/auth/domains', { token })).toMatchObject({
      status: 200,
      json: { domains: [{ name: 'DEMO', enabled: true }] },
    })
    expect(await sim.iam('/v3/auth/catalog', { token })).toMatchObject({
      status: 200,
      json: { catalog: [{ type: 'image' }, { type: 'object' }, { type: 'identity' }] },
    })
    const unscoped = (await tokens(passwordSignIn('demo'))).headers.get('X-Subject-Token') ?? ''
    expect((await sim.iam('/v3/auth/catalog', { token: unscoped })).status).toBe(403)
  })

  test('unknown paths are the gateway’s 404, known ones left out are 501', async () => {
    expect(await sim.iam('/v3/nothing')).toMatchObject({ status: 404, json: gatewayError('APIGW.0101') })
    expect((await sim.iam('/v3/OS-FEDERATION/projects')).status).toBe(501)
  })
})

describe('temporary keys', () => {
  const ask = (token: string, duration_seconds?: number) =>
    sim.iam('/v3.0/OS-CREDENTIAL/securitytokens', {
      token,
      body: {
        auth: {
          identity: {
            methods: ['token'],
            ...(duration_seconds === undefined ? {} : { token: { duration_seconds } }),
          },
        },
      },
    })

  test('are made for a token', async () => {
    const { token } = await sim.signIn()
    expect(await ask(token, 3600)).toMatchObject({
      status: 201,
      json: {
        credential: {
          access: expect.stringMatching(/^\w{20}$/),
          secret: expect.stringMatching(/^\w{40}$/),
          securitytoken: expect.stringMatching(/^.{300,}$/),
          expires_at: expect.any(String),
        },
      },
    })
    expect((await ask(token)).status).toBe(201)
  })

  test('refuse a duration outside 900 to 86400 s and a bad token', async () => {
    const { token } = await sim.signIn()
    for (const seconds of [899, 86_401]) {
      expect(await ask(token, seconds)).toMatchObject({ status: 400, json: { error_code: 'IAM.1102' } })
    }
    expect((await ask('nonsense', 900)).status).toBe(401)
  })
})
