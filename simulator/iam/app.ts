import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type * as z from 'zod/mini'
import { authRequest } from '../../lib/cloud/wire/iam.ts'
import { controlApp } from '../control/app.ts'
import { type Answer, type HttpContext, throughGate } from '../control/gate.ts'
import type { World } from '../world.ts'
import { DOMAIN, PROJECTS } from './accounts.ts'
import { catalog } from './catalog.ts'
import { iamError, iamNotSimulated, iamUnknownPath, keystoneError } from './errors.ts'
import { signIn } from './sign-in.ts'
import { makeTemporaryKey, temporaryKeyRequest } from './temporary-keys.ts'
import { checkToken, revokeToken, tokenView } from './tokens.ts'

const BODY_MAX_BYTES = 32 * 1024

/** Calls the contract knows and the simulator leaves out (iam.md 1, 3, 5). */
const NOT_SIMULATED: [method: string, template: string, name: string][] = [
  ['GET', '/v3/OS-FEDERATION/projects', 'projects of a federated user'],
  ['POST', '/v3.0/OS-AUTH/id-token/tokens', 'token from an OpenID Connect id token'],
  [
    'POST',
    '/v3/OS-FEDERATION/identity_providers/{idp}/protocols/{protocol}/auth',
    'federated sign-in with an id token',
  ],
  ['GET', '/v3/OS-FEDERATION/identity_providers/{idp}/protocols/{protocol}/auth', 'federated sign-in (SAML)'],
  ['GET', '/v3.0/OS-SECURITYPOLICY/domains/{domain_id}/login-policy', 'login policy'],
]

/** IAM at the root of its port (iam.md), and the simulator's controls under /_sim. */
export function iamApp(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const on = (method: string, template: string, handler: (context: HttpContext) => Answer) =>
    app.on(method, template.replaceAll(/\{(\w+)\}/g, ':$1'), (c) =>
      throughGate(world, 'iam', template, c, () => handler(c)),
    )
  const caller = (c: HttpContext) => checkToken(world, c.req.header('X-Auth-Token'))
  const link = (path: string) => ({ self: `${world.addresses.iam}${path}`, previous: null, next: null })

  on('POST', '/v3/auth/tokens', async (c) => {
    const body = await parsedBody(c, authRequest)
    if (body instanceof Response) return body
    const answer = signIn(world, body)
    if (answer.ok) {
      const view = tokenView(world, answer.record, answer.user, wantsNoCatalog(c))
      return Response.json(view, { status: 201, headers: { 'X-Subject-Token': answer.token } })
    }
    const { refusal } = answer
    if (refusal === 'malformed' || refusal === 'unsupported') return iamError(refusal)
    if (refusal === 'unknownProject' && !world.quirks.has('unknown-project-401')) return iamError(refusal)
    return keystoneError(refusal)
  })

  // HEAD comes in as GET, and Hono leaves the body out.
  on('GET', '/v3/auth/tokens', (c) => {
    if (caller(c).state !== 'valid') return keystoneError('badToken')
    const token = c.req.header('X-Subject-Token')
    const subject = checkToken(world, token)
    if (subject.state !== 'valid' || token === undefined) return keystoneError('deadSubject')
    const view = tokenView(world, subject.record, subject.user, wantsNoCatalog(c))
    return Response.json(view, { headers: { 'X-Subject-Token': token } })
  })

  on('DELETE', '/v3/auth/tokens', (c) => {
    const auth = caller(c)
    const subject = checkToken(world, c.req.header('X-Subject-Token'))
    const isKnown = auth.state === 'valid' || auth.state === 'expired'
    const isItself = c.req.header('X-Auth-Token') === c.req.header('X-Subject-Token')
    if (!isKnown || (auth.state === 'expired' && !isItself)) return keystoneError('badToken')
    if (subject.state !== 'valid' && subject.state !== 'expired') return keystoneError('deadSubject')
    revokeToken(world, subject.record)
    return new Response(null, { status: 204 })
  })

  on('GET', '/v3/auth/projects', (c) => {
    const auth = caller(c)
    if (auth.state !== 'valid') return keystoneError('badToken')
    const projects = PROJECTS.filter((each) => auth.user.projects.includes(each.name)).map((each) => ({
      id: each.id,
      name: each.name,
      domain_id: DOMAIN.id,
      parent_id: DOMAIN.id,
      enabled: true,
      is_domain: false,
      description: each.description,
      links: { self: `${world.addresses.iam}/v3/projects/${each.id}` },
    }))
    return Response.json({ projects, links: link('/v3/auth/projects') })
  })

  on('GET', '/v3/auth/domains', (c) => {
    if (caller(c).state !== 'valid') return keystoneError('badToken')
    const self = `${world.addresses.iam}/v3/domains/${DOMAIN.id}`
    const domains = [{ ...DOMAIN, enabled: true, description: '', links: { self } }]
    return Response.json({ domains, links: link('/v3/auth/domains') })
  })

  on('GET', '/v3/auth/catalog', (c) => {
    const auth = caller(c)
    if (auth.state !== 'valid') return keystoneError('badToken')
    if (auth.record.scope.kind !== 'project') return iamError('notProjectScoped')
    return Response.json({
      catalog: catalog(world),
      links: { self: `${world.addresses.iam}/v3/auth/catalog` },
    })
  })

  on('POST', '/v3.0/OS-CREDENTIAL/securitytokens', async (c) => {
    const body = await parsedBody(c, temporaryKeyRequest)
    if (body instanceof Response) return body
    const { identity } = body.auth
    if (identity.methods.join() !== 'token') return iamNotSimulated('temporary keys of an agency')
    const auth = checkToken(world, c.req.header('X-Auth-Token') ?? identity.token?.id)
    if (auth.state !== 'valid') return iamError('notAuthenticated')
    const credential = makeTemporaryKey(world, auth.user.name, body)
    return credential ? Response.json(credential, { status: 201 }) : iamError('duration')
  })

  for (const [method, template, name] of NOT_SIMULATED) on(method, template, () => iamNotSimulated(name))

  app.route('/_sim', controlApp(world))
  app.notFound((c) =>
    throughGate(world, 'iam', '(unknown path)', c, () => iamUnknownPath(c.req.method, c.req.path)),
  )
  return app
}

/** Any value that is not empty, or the bare name, drops the catalogue (iam.md 1, 3). */
function wantsNoCatalog(c: HttpContext): boolean {
  return c.req.query('nocatalog') !== undefined
}

async function parsedBody<T>(c: HttpContext, schema: z.ZodMiniType<T>): Promise<T | Response> {
  const text = await c.req.text()
  if (Buffer.byteLength(text) > BODY_MAX_BYTES) return iamError('tooLarge')
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return iamError('malformed')
  }
  const result = schema.safeParse(body)
  return result.success ? result.data : iamError('malformed')
}
