import { Secret, TOTP } from 'otpauth'
import type { AuthRequest } from '../../lib/cloud/wire/iam.ts'
import type { Scope, TokenRecord } from '../records.ts'
import type { World } from '../world.ts'
import { DOMAIN, PROJECTS, TOTP_SECRET, USERS, type User } from './accounts.ts'
import { forgetFailures, isLocked, noteFailure } from './lockout.ts'
import { checkToken, issueToken } from './tokens.ts'

type SignInRefusal =
  | 'wrongPassword'
  | 'totp'
  | 'locked'
  | 'badToken'
  | 'unknownProject'
  | 'malformed'
  | 'unsupported'

export type SignInAnswer =
  | { ok: true; token: string; record: TokenRecord; user: User }
  | { ok: false; refusal: SignInRefusal }

/**
 * A new token for a password, a password with a TOTP code, or another token (iam.md 1). The order of the
 * checks: lock, password, code, scope; so a locked user learns nothing of the password. Inferred.
 */
export function signIn(world: World, request: AuthRequest): SignInAnswer {
  const { identity, scope: asked } = request.auth
  const methods = [...identity.methods].sort().join(' ')
  if (methods === 'token') return rescope(world, identity.token?.id, asked)
  if (methods !== 'password' && methods !== 'password totp') return { ok: false, refusal: 'unsupported' }
  if (!identity.password) return { ok: false, refusal: 'malformed' }

  const given = identity.password.user
  const user = USERS.find((each) => (given.id ? each.id === given.id : each.name === given.name))
  const userName = user?.name ?? given.name ?? ''
  if (isLocked(world, userName)) return { ok: false, refusal: 'locked' }
  const domainFits = given.id !== undefined || namesDomain(given.domain)
  if (!user || !domainFits || given.password !== user.password) {
    noteFailure(world, userName)
    return { ok: false, refusal: 'wrongPassword' }
  }

  const passcode = methods === 'password totp' ? identity.totp?.user.passcode : undefined
  if (user.needsTotp && !isRightCode(passcode)) {
    // Asking for the code is the ordinary first step; only a wrong one counts towards the lock. Inferred.
    if (passcode !== undefined) noteFailure(world, user.name)
    return { ok: false, refusal: 'totp' }
  }
  forgetFailures(world, user.name)

  const scope = scopeFor(user, asked)
  if (!scope) return { ok: false, refusal: 'unknownProject' }
  const issued = issueToken(world, { user, scope, methods: identity.methods, mfa: user.needsTotp })
  return { ok: true, ...issued, user }
}

function rescope(world: World, token: string | undefined, asked: AuthRequest['auth']['scope']): SignInAnswer {
  if (!token || !asked) return { ok: false, refusal: 'malformed' }
  const parent = checkToken(world, token)
  if (parent.state !== 'valid') return { ok: false, refusal: 'badToken' }
  const scope = scopeFor(parent.user, asked)
  if (!scope) return { ok: false, refusal: 'unknownProject' }
  const issued = issueToken(world, {
    user: parent.user,
    scope,
    methods: ['token'],
    mfa: parent.record.mfaAtMs !== undefined,
    expiresAtMs: parent.record.expiresAtMs,
  })
  return { ok: true, ...issued, user: parent.user }
}

function namesDomain(domain: { id: string } | { name: string } | undefined): boolean {
  if (!domain) return false
  return 'id' in domain ? domain.id === DOMAIN.id : domain.name === DOMAIN.name
}

/** The scope, or nothing where the user has no such project or domain. Both given: the project wins. */
function scopeFor(user: User, asked: AuthRequest['auth']['scope']): Scope | undefined {
  if (asked?.project) {
    const wanted = asked.project
    if ('name' in wanted && wanted.domain && !namesDomain(wanted.domain)) return undefined
    const project = PROJECTS.find((each) =>
      'id' in wanted ? each.id === wanted.id : each.name === wanted.name,
    )
    if (!project || !user.projects.includes(project.name)) return undefined
    return { kind: 'project', projectId: project.id }
  }
  if (asked?.domain) return namesDomain(asked.domain) ? { kind: 'domain' } : undefined
  return { kind: 'none' }
}

/** By real time, or no authenticator app could make the code. One step of 30 s either way is tolerated. */
function isRightCode(passcode: string | undefined): boolean {
  if (passcode === undefined || !/^\d{6}$/.test(passcode)) return false
  const totp = new TOTP({ secret: Secret.fromBase32(TOTP_SECRET), digits: 6, period: 30 })
  return totp.validate({ token: passcode, window: 1 }) !== null
}
