import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import {
  type IssuedToken,
  listProjects,
  type Project,
  rescopeToken,
  revokeToken,
  tokenByPassword,
} from '../cloud/iam.ts'
import { log } from '../config/log.ts'
import { findRegion, type Region } from '../config/regions.ts'
import type { Result } from '../result.ts'
import type { Store } from '../store/store.ts'
import { failedAttempts } from './attempts.ts'
import type { CurrentSession } from './current.ts'
import { forgetObsKeys } from './obs-keys.ts'
import { deleteSession, insertSession, listSessionsOfUser, replaceToken, type Session } from './rows.ts'
import type { SignInForm, SignInProblem, SignInStep } from './sign-in-form.ts'
import {
  noProject,
  rescopeRefused,
  signInProblem,
  tooManyAttempts,
  unknownRegion,
} from './sign-in-problem.ts'

type SignedIn = { sessionId: string; step: SignInStep }
export type Outcome = Result<SignedIn, SignInProblem>

/**
 * Signs in with a password. With a project named this is one IAM call; without one it is an unscoped token, the
 * account's projects, and one re-scope when there is only one. IAM is asked once: a login is never repeated.
 */
export async function signInWithPassword(db: Store, form: SignInForm, address: string): Promise<Outcome> {
  const now = Date.now()
  const region = findRegion(form.region)
  if (!region) return { ok: false, error: unknownRegion(now) }
  const attempts = failedAttempts()
  const blockedUntil = attempts.blockedUntil(address, now)
  if (blockedUntil) return { ok: false, error: tooManyAttempts(blockedUntil, now) }
  const user = `${region.id}/${form.domain}/${form.userName}`
  try {
    const issued = await tokenByPassword(region, { ...form, project: form.project || null })
    attempts.forgetUser(user)
    return issued.project ? await begin(db, region, issued) : await offerProjects(db, region, issued)
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    const wrongPassword = error.tokenRefused
    if (wrongPassword) attempts.recordAddress(address, now)
    const failures = wrongPassword ? attempts.recordUser(user, now) : 0
    return { ok: false, error: signInProblem(error, { region, form, failures, now }) }
  }
}

export async function begin(db: Store, region: Region, issued: IssuedToken): Promise<Outcome> {
  const session = await insertSession(db, region.id, issued, Date.now())
  return { ok: true, value: { sessionId: session.id, step: { step: 'signed-in' } } }
}

async function offerProjects(db: Store, region: Region, issued: IssuedToken): Promise<Outcome> {
  const projects = await listProjects(region, issued.token)
  const only = projects.length === 1 ? projects[0] : undefined
  if (projects.length === 0) {
    await forget(region, issued.token)
    return { ok: false, error: noProject(region, Date.now()) }
  }
  if (only) return begin(db, region, await rescopeToken(region, issued.token, only.id))
  const session = await insertSession(db, region.id, issued, Date.now())
  return { ok: true, value: { sessionId: session.id, step: { step: 'choose-project', projects } } }
}

/**
 * Moves a session to another project, by its token and without a password: at sign-in (`choosing`) and from the
 * project switcher (`active`). The imports of the project left behind pause, unless
 * another session of the user is there to watch them with.
 */
export async function chooseProject(
  db: Store,
  current: Extract<CurrentSession, { state: 'choosing' | 'active' }>,
  projectId: string,
): Promise<Outcome> {
  const { session } = current
  const region = current.state === 'active' ? current.session.region : current.region
  const now = Date.now()
  try {
    const projects = await listProjects(region, session.token)
    const project = projects.find(({ id }) => id === projectId)
    if (!project) return { ok: false, error: rescopeRefused(projectId, now) }
    const issued = await rescopeOrExplain(region, session.token, project, now)
    if (!issued.ok) return issued
    await replaceToken(db, session.id, issued.value)
    return { ok: true, value: { sessionId: session.id, step: { step: 'signed-in' } } }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    return { ok: false, error: signInProblem(error, { region, form: null, failures: 0, now }) }
  }
}

export async function rescopeOrExplain(
  region: Region,
  token: string,
  project: Project,
  now: number,
): Promise<Result<IssuedToken, SignInProblem>> {
  try {
    return { ok: true, value: await rescopeToken(region, token, project.id) }
  } catch (error) {
    // iam.md 3: whether a scoped password token may be re-scoped is not written down; a refusal is not the session's end.
    if (
      error instanceof CloudError &&
      error.kind === 'answered' &&
      [401, 403, 404].includes(error.status ?? 0)
    ) {
      return { ok: false, error: rescopeRefused(project.name, now) }
    }
    throw error
  }
}

/** Signs in again as whoever an ended session belonged to, in its project. */
export function signInAgain(db: Store, ended: Session, password: string, address: string): Promise<Outcome> {
  return signInWithPassword(
    db,
    {
      domain: ended.domain.name,
      userName: ended.user.name,
      password,
      region: ended.regionId,
      project: ended.project?.name ?? '',
    },
    address,
  )
}

/** Revokes the token at IAM and forgets the session. That IAM cannot be reached keeps nobody signed in. */
export async function signOut(db: Store, session: Session): Promise<void> {
  await deleteSession(db, session.id)
  forgetObsKeys(session.id)
  const region = findRegion(session.regionId)
  if (region && session.token) await forget(region, session.token)
}

/** Sessions ended at the same time: each is a call to IAM. */
const ENDED_AT_ONCE = 10

/** The same for every session of the person in this console, in other browsers too. Their imports pause. */
export async function signOutEverywhere(db: Store, session: Session): Promise<void> {
  const who = { userId: session.user.id, domainId: session.domain.id }
  for (;;) {
    const sessions = await listSessionsOfUser(db, who, ENDED_AT_ONCE, Date.now())
    if (sessions.length === 0) return
    await Promise.all(sessions.map((one) => signOut(db, one)))
  }
}

async function forget(region: Region, token: string): Promise<void> {
  try {
    await revokeToken(region, token)
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    log().warn(
      { status: error.status, kind: error.kind },
      'IAM did not revoke a token; it lives until its end',
    )
  }
}
