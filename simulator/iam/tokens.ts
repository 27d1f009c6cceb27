import { createHash, randomBytes } from 'node:crypto'
import { hexId } from '../chance.ts'
import { inMicroseconds } from '../clock.ts'
import type { Scope, TokenRecord } from '../records.ts'
import type { World } from '../world.ts'
import { DOMAIN, projectById, type User, userByName } from './accounts.ts'
import { catalog } from './catalog.ts'

/** A token lives 24 hours (iam.md 2). */
const LIFE_MS = 24 * 3_600_000
/** Makes about 5,000 characters, the size contract and clients plan with (iam.md 2). */
const TOKEN_BYTES = 3_720

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

type Issue = {
  user: User
  scope: Scope
  methods: string[]
  mfa: boolean
  /** A re-scoped token ends with its parent (iam.md 2, inferred). */
  expiresAtMs?: number
}

/** Makes a token; the answer is the token itself, which is kept nowhere, and its record. */
export function issueToken(world: World, issue: Issue): { token: string; record: TokenRecord } {
  const token = `MII${randomBytes(TOKEN_BYTES).toString('base64').replaceAll('/', '-')}`
  const now = world.clock.now()
  world.sequence += 1
  const record: TokenRecord = {
    id: hexId(world.seed, 'token', world.sequence),
    hash: hashOf(token),
    userName: issue.user.name,
    scope: issue.scope,
    methods: issue.methods,
    issuedAtMs: now,
    expiresAtMs: issue.expiresAtMs ?? now + LIFE_MS,
    revoked: false,
  }
  if (issue.mfa) record.mfaAtMs = now
  world.tokens.set(record.hash, record)
  world.changed()
  return { token, record }
}

export type TokenCheck =
  | { state: 'valid'; record: TokenRecord; user: User }
  | { state: 'expired'; record: TokenRecord; user: User }
  | { state: 'missing' }
  | { state: 'unknown' }

/** What a token is worth at this moment; a revoked one is as unknown as a damaged one. */
export function checkToken(world: World, token: string | undefined): TokenCheck {
  if (!token) return { state: 'missing' }
  const record = world.tokens.get(hashOf(token))
  const user = record && userByName(record.userName)
  if (!record || !user || record.revoked) return { state: 'unknown' }
  return { state: record.expiresAtMs > world.clock.now() ? 'valid' : 'expired', record, user }
}

export function revokeToken(world: World, record: TokenRecord): void {
  record.revoked = true
  world.changed()
}

/** The body that goes with a token (iam.md 1); `nocatalog` leaves the catalogue out. */
export function tokenView(world: World, record: TokenRecord, user: User, nocatalog: boolean) {
  const project = record.scope.kind === 'project' ? projectById(record.scope.projectId) : undefined
  const scoped = record.scope.kind !== 'none'
  return {
    token: {
      methods: record.methods,
      issued_at: inMicroseconds(record.issuedAtMs),
      expires_at: inMicroseconds(record.expiresAtMs),
      ...(record.mfaAtMs === undefined ? {} : { mfa_authn_at: inMicroseconds(record.mfaAtMs) }),
      user: { id: user.id, name: user.name, password_expires_at: '', domain: DOMAIN },
      ...(project ? { project: { id: project.id, name: project.name, domain: DOMAIN } } : {}),
      ...(record.scope.kind === 'domain' ? { domain: DOMAIN } : {}),
      ...(scoped ? { roles: user.roles.map((name) => ({ id: '0', name })) } : {}),
      ...(scoped && !nocatalog ? { catalog: catalog(world) } : {}),
    },
  }
}
