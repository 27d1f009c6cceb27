import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import { type IssuedToken, listProjects, type Project, readToken } from '../cloud/iam.ts'
import { findRegion, type Region } from '../config/regions.ts'
import type { Store } from '../store/store.ts'
import { failedAttempts } from './attempts.ts'
import { insertSession, TOKEN_MARGIN_MS } from './rows.ts'
import { begin, type Outcome, rescopeOrExplain } from './sign-in.ts'
import type { TokenForm } from './sign-in-form.ts'
import {
  noProject,
  noSuchProject,
  signInProblem,
  tokenEndsSoon,
  tokenOfRegion,
  tokenRefused,
  tooManyAttempts,
  unknownRegion,
} from './sign-in-problem.ts'

/**
 * Signs in with a token that was made elsewhere, for users of a federation or with a second factor. IAM says what it is
 * good for; where it may, a token of Slipway's own is made from it, so that signing out ends nothing of the person's.
 */
export async function signInWithToken(db: Store, form: TokenForm, address: string): Promise<Outcome> {
  const now = Date.now()
  const region = findRegion(form.region)
  if (!region) return { ok: false, error: unknownRegion(now) }
  const attempts = failedAttempts()
  const blockedUntil = attempts.blockedUntil(address, now)
  if (blockedUntil) return { ok: false, error: tooManyAttempts(blockedUntil, now) }
  try {
    const given = await readToken(region, form.token)
    if (given.expiresAt - TOKEN_MARGIN_MS <= now) return { ok: false, error: tokenEndsSoon(now) }
    return await enter(db, region, given, form.project || null)
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    const isRefused = error.tokenRefused || error.status === 404
    if (isRefused) attempts.recordAddress(address, now)
    return {
      ok: false,
      error: isRefused ? tokenRefused(now, error) : signInProblem(error, { region, form, failures: 0, now }),
    }
  }
}

async function enter(db: Store, region: Region, given: IssuedToken, wanted: string | null): Promise<Outcome> {
  const now = Date.now()
  const itsRegion = regionOf(given.project)
  if (itsRegion !== null && itsRegion !== region.name && regionOf(region) !== null)
    return { ok: false, error: tokenOfRegion(itsRegion, region, now) }
  if (given.project && (wanted === null || wanted === given.project.name))
    return begin(db, region, await ownToken(region, given, given.project))

  const projects = await listProjects(region, given.token)
  const only = projects.length === 1 ? projects[0] : undefined
  const project = wanted === null ? only : projects.find(({ name }) => name === wanted)
  if (project) {
    const own = await rescopeOrExplain(region, given.token, project, now)
    return own.ok ? begin(db, region, own.value) : own
  }
  if (wanted !== null) return { ok: false, error: noSuchProject(wanted, region, now) }
  if (projects.length === 0) return { ok: false, error: noProject(region, now) }
  const session = await insertSession(db, region.id, given, now)
  return { ok: true, value: { sessionId: session.id, step: { step: 'choose-project', projects } } }
}

/** Where IAM makes no token from a scoped one (iam.md 3), the given one serves. */
async function ownToken(region: Region, given: IssuedToken, project: Project): Promise<IssuedToken> {
  const own = await rescopeOrExplain(region, given.token, project, Date.now())
  return own.ok ? own.value : given
}

/** "eu-de" of a region or a project named as the cloud names them, `eu-de_console` (iam.md 3); null for others. */
function regionOf(named: { name: string } | null): string | null {
  return named?.name.match(/^([a-z]{2}-[a-z]{2}\d?)(?:_|$)/)?.[1] ?? null
}
