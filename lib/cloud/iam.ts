import 'server-only'
import type { Region } from '../config/regions.ts'
import { CloudError } from './errors.ts'
import { callCloud } from './http.ts'
import {
  type AuthRequest,
  type CatalogEntry,
  projectList,
  type TemporaryKeyRequest,
  type TokenBody,
  temporaryKeyAnswer,
  tokenBody,
} from './wire/iam.ts'

/** A login waits no longer than a read: the person is looking at the button. */
const SIGN_IN_DEADLINE_MS = 10_000

export type Project = { id: string; name: string }

export type IssuedToken = {
  token: string
  /** Epoch milliseconds. */
  expiresAt: number
  user: { id: string; name: string }
  domain: { id: string; name: string }
  /** Null for a token without a project. */
  project: Project | null
  /** Names of its roles; null where the answer names none. */
  roles: string[] | null
  /** Address of IMS without a version, from the token's catalogue or the region's entry; null when neither has one. */
  imsUrl: string | null
  /** Address of OBS, the same way. */
  obsUrl: string | null
}

/** `POST /v3/auth/tokens` with a password (iam.md 1). Without a project the token is unscoped. Sent once, never repeated. */
export function tokenByPassword(
  region: Region,
  who: { domain: string; userName: string; password: string; project: string | null },
): Promise<IssuedToken> {
  return issue(region, {
    auth: {
      identity: {
        methods: ['password'],
        password: { user: { name: who.userName, password: who.password, domain: { name: who.domain } } },
      },
      ...(who.project ? { scope: { project: { name: who.project, domain: { name: who.domain } } } } : {}),
    },
  })
}

/** The same account's token for another project, by the token itself (iam.md 3). It ends when its parent does. */
export function rescopeToken(region: Region, token: string, projectId: string): Promise<IssuedToken> {
  return issue(region, {
    auth: { identity: { methods: ['token'], token: { id: token } }, scope: { project: { id: projectId } } },
  })
}

/**
 * `GET /v3/auth/tokens` (iam.md 3): what a token made elsewhere is good for. IAM takes it for both, the one that asks
 * and the one that is asked about.
 */
export async function readToken(region: Region, token: string): Promise<IssuedToken> {
  const { value, status } = await callCloud({
    service: 'IAM',
    method: 'GET',
    url: `${region.iamUrl}/auth/tokens`,
    token,
    headers: { 'x-subject-token': token },
    answer: tokenBody,
    deadlineMs: SIGN_IN_DEADLINE_MS,
  })
  return toIssued(region, token, value, status)
}

async function issue(region: Region, json: AuthRequest): Promise<IssuedToken> {
  const { headers, value, status } = await callCloud({
    service: 'IAM',
    method: 'POST',
    url: `${region.iamUrl}/auth/tokens`,
    json,
    answer: tokenBody,
    deadlineMs: SIGN_IN_DEADLINE_MS,
  })
  return toIssued(region, headers['x-subject-token'], value, status)
}

/** @throws CloudError when the answer lacks the token or its end */
function toIssued(region: Region, token: string | undefined, value: TokenBody, status: number): IssuedToken {
  const expiresAt = Date.parse(value.token.expires_at)
  if (!token || Number.isNaN(expiresAt)) throw new CloudError({ service: 'IAM', kind: 'unreadable', status })
  return {
    token,
    expiresAt,
    user: { id: value.token.user.id, name: value.token.user.name },
    domain: { id: value.token.user.domain.id, name: value.token.user.domain.name },
    project: value.token.project ? { id: value.token.project.id, name: value.token.project.name } : null,
    roles: value.token.roles?.map(({ name }) => name) ?? null,
    imsUrl: region.imsUrl ?? endpointOf(value, 'image', region.name),
    obsUrl: region.obsUrl ?? endpointOf(value, 'object', region.name),
  }
}

/** OBS has the entry `object`; `object-store` is Swift, another service (inferred from OTC's own Go SDK). */
function endpointOf(body: TokenBody, service: 'image' | 'object', regionName: string): string | null {
  const ofRegion = (entry: CatalogEntry) =>
    entry.endpoints.find(
      ({ interface: kind, region, region_id }) =>
        kind === 'public' && [regionName, '*', null, undefined].includes(region_id ?? region),
    )
  const entry = body.token.catalog?.find(({ type }) => type === service)
  return (entry && ofRegion(entry)?.url.replace(/\/+$/, '')) ?? null
}

/**
 * The projects an account may work in, in this region (iam.md 3): named as the region or beginning with it and an
 * underscore, so that projects of other regions and OBS's own `MOS` stay out (filter inferred). Where a cloud
 * names its projects otherwise, all enabled ones are offered.
 */
export async function listProjects(region: Region, token: string): Promise<Project[]> {
  const { value } = await callCloud({
    service: 'IAM',
    method: 'GET',
    url: `${region.iamUrl}/auth/projects`,
    token,
    answer: projectList,
  })
  const enabled = value.projects.filter(({ enabled, name }) => enabled !== false && name !== 'MOS')
  const followsPattern = enabled.some(({ name }) => /^[a-z]{2}-[a-z]{2}\d?(_|$)/.test(name))
  const here = enabled.filter(({ name }) => name === region.name || name.startsWith(`${region.name}_`))
  return (followsPattern ? here : enabled)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** `DELETE /v3/auth/tokens` (iam.md 3): ends a token at once. */
export async function revokeToken(region: Region, token: string): Promise<void> {
  await callCloud({
    service: 'IAM',
    method: 'DELETE',
    url: `${region.iamUrl}/auth/tokens`,
    token,
    headers: { 'x-subject-token': token },
    deadlineMs: SIGN_IN_DEADLINE_MS,
  })
}

/** Keys that sign calls of OBS. `securityToken` goes with every one of them. */
export type TemporaryKeys = {
  access: string
  secret: string
  securityToken: string
  /** Epoch milliseconds. */
  expiresAt: number
}

/**
 * One hour, of 15 minutes to 24 hours that IAM allows: longer than anyone fills in a form, and short enough for keys
 * that cannot be withdrawn (whether they end with their token is not documented, iam.md 4).
 */
const KEY_SECONDS = 3600

/**
 * `POST /v3.0/OS-CREDENTIAL/securitytokens` (iam.md 4): OBS takes no token, only signatures. No policy narrows them:
 * they never leave the server, and a policy denies whatever it does not name.
 */
export async function temporaryKeys(region: Region, token: string): Promise<TemporaryKeys> {
  const json: TemporaryKeyRequest = {
    auth: { identity: { methods: ['token'], token: { duration_seconds: KEY_SECONDS } } },
  }
  const { value, status } = await callCloud({
    service: 'IAM',
    method: 'POST',
    url: `${region.iamUrl.replace(/\/v3$/, '')}/v3.0/OS-CREDENTIAL/securitytokens`,
    token,
    json,
    answer: temporaryKeyAnswer,
    deadlineMs: SIGN_IN_DEADLINE_MS,
  })
  const { access, secret, securitytoken, expires_at } = value.credential
  const expiresAt = Date.parse(expires_at)
  if (Number.isNaN(expiresAt)) throw new CloudError({ service: 'IAM', kind: 'unreadable', status })
  return { access, secret, securityToken: securitytoken, expiresAt }
}
