import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { passwordSignIn, startForTests, type TestSimulator } from '../client-for-tests.ts'

let sim: TestSimulator
beforeAll(async () => {
  sim = await startForTests()
})
afterAll(() => sim.close())
beforeEach(async () => {
  await sim.control('/reset', { body: {} })
})

const keystone = (message: string) => ({ error: { code: 401, message, title: 'Unauthorized' } })
const WRONG = keystone('The username or password is wrong.')
const tokens = (body: unknown) => sim.iam('/v3/auth/tokens', { body })
const domain = { name: 'DEMO' }

describe('sign-in', () => {
  test('a project token comes in a header, large, with the catalogue of its own addresses', async () => {
    const reply = await tokens(passwordSignIn('demo', 'eu-de_demo'))
    expect(reply.status).toBe(201)
    const token = reply.headers.get('X-Subject-Token') ?? ''
    expect(token).toMatch(/^MII[A-Za-z0-9+=-]{4000,6000}$/)
    expect(reply.json).toEqual({
      token: {
        methods: ['password'],
        issued_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
        expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
        user: {
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          name: 'demo',
          password_expires_at: '',
          domain: { id: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'DEMO' },
        },
        project: {
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          name: 'eu-de_demo',
          domain: { id: expect.any(String), name: 'DEMO' },
        },
        roles: [
          { id: '0', name: 'te_admin' },
          { id: '0', name: 'ims_adm' },
          { id: '0', name: 'op_gated_lld' },
        ],
        catalog: [
          expect.objectContaining({
            type: 'image',
            name: 'glance',
            endpoints: [inRegion('eu-de', sim.imsUrl)],
          }),
          expect.objectContaining({
            type: 'object',
            name: 'objectstorage',
            endpoints: [inRegion('eu-de', sim.obsUrl)],
          }),
          expect.objectContaining({ type: 'identity', endpoints: [inRegion('*', `${sim.iamUrl}/v3`)] }),
        ],
      },
    })
  })

  const inRegion = (region: string, url: string) =>
    expect.objectContaining({ interface: 'public', region, region_id: region, url })

  test('without a scope there is neither project nor catalogue; a domain scope has the domain', async () => {
    const unscoped = await tokens(passwordSignIn('demo'))
    expect(unscoped.status).toBe(201)
    for (const member of ['project', 'domain', 'roles', 'catalog']) {
      expect(unscoped.json).not.toHaveProperty(['token', member])
    }
    const scoped = await tokens({
      auth: { ...passwordSignIn('demo').auth, scope: { domain: { name: 'DEMO' } } },
    })
    expect(scoped.status).toBe(201)
    expect(scoped.json).toMatchObject({ token: { domain: { name: 'DEMO' } } })
  })

  test('nocatalog leaves the catalogue out', async () => {
    const reply = await sim.iam('/v3/auth/tokens?nocatalog=1', { body: passwordSignIn('demo', 'eu-de_demo') })
    expect(reply.json).toHaveProperty(['token', 'roles'])
    expect(reply.json).not.toHaveProperty(['token', 'catalog'])
  })

  test('wrong user, password and domain have one text', async () => {
    expect(await tokens(passwordSignIn('demo', undefined, 'wrong'))).toMatchObject({
      status: 401,
      json: WRONG,
    })
    expect(await tokens(passwordSignIn('stranger'))).toMatchObject({ status: 401, json: WRONG })
    const user = { name: 'demo', password: 'demo-password', domain: { name: 'OTHER' } }
    const body = { auth: { identity: { methods: ['password'], password: { user } } } }
    expect(await tokens(body)).toMatchObject({ status: 401, json: WRONG })
  })

  test.each([
    ['another user’s project', 'eu-de_solo'],
    ['an unknown project', 'eu-de_nothing'],
  ])('%s as scope is 404 IAM.0004, or 401 by the named fault', async (_, project) => {
    const body = passwordSignIn('demo', project)
    expect(await tokens(body)).toMatchObject({ status: 404, json: { error_code: 'IAM.0004' } })
    await sim.control('/faults', { body: { named: 'unknown-project-401' } })
    expect(await tokens(body)).toMatchObject({ status: 401, json: { error: { code: 401 } } })
  })

  test.each([
    ['no JSON', '{'],
    ['no identity', { auth: {} }],
  ])('%s is 400', async (_, body) => {
    expect(await tokens(body)).toMatchObject({ status: 400, json: { error_code: 'IAM.0011' } })
  })

  test('five wrong passwords lock the user, also for the right one, for 15 minutes', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await tokens(passwordSignIn('demo', undefined, 'wrong'))).json).toEqual(WRONG)
    }
    const locked = await tokens(passwordSignIn('demo'))
    expect(locked.status).toBe(401)
    expect(locked.text).toMatch(/lock/i)
    expect((await tokens(passwordSignIn('single'))).status).toBe(201)
    await sim.advance(14 * 60)
    expect((await tokens(passwordSignIn('demo'))).status).toBe(401)
    await sim.advance(61)
    expect((await tokens(passwordSignIn('demo'))).status).toBe(201)
  })

  test('failures older than 15 minutes are forgotten, and so are all at a success', async () => {
    const fail = () => tokens(passwordSignIn('demo', undefined, 'wrong'))
    for (let attempt = 0; attempt < 4; attempt += 1) await fail()
    await sim.advance(15 * 60 + 1)
    await fail()
    expect((await tokens(passwordSignIn('demo'))).status).toBe(201)
    for (let attempt = 0; attempt < 4; attempt += 1) await fail()
    expect((await tokens(passwordSignIn('demo'))).status).toBe(201)
  })
})

describe('sign-in with a second factor', () => {
  const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
  const FAILED = keystone('mfa totp code verify fail')
  const withCode = (passcode: string) => ({
    auth: {
      identity: {
        methods: ['password', 'totp'],
        password: { user: { name: 'mfa', password: 'demo-password', domain } },
        totp: { user: { name: 'mfa', passcode } },
      },
      scope: { project: { name: 'eu-de_demo', domain } },
    },
  })

  test('user mfa needs the code of the secret', async () => {
    expect(await tokens(passwordSignIn('mfa', 'eu-de_demo'))).toMatchObject({ status: 401, json: FAILED })
    const code = new TOTP({ secret: Secret.fromBase32(SECRET) }).generate()
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    expect(await tokens(withCode(wrong))).toMatchObject({ status: 401, json: FAILED })
    const right = await tokens(withCode(code))
    expect(right.status).toBe(201)
    expect(right.json).toMatchObject({
      token: { methods: ['password', 'totp'], mfa_authn_at: expect.any(String) },
    })
  })

  test('wrong codes lock too, a missing code does not', async () => {
    for (let attempt = 0; attempt < 6; attempt += 1) {
      expect((await tokens(passwordSignIn('mfa'))).json).toEqual(FAILED)
    }
    for (let attempt = 0; attempt < 5; attempt += 1) await tokens(withCode('abcdef'))
    expect((await tokens(passwordSignIn('mfa'))).text).toMatch(/lock/i)
  })
})
