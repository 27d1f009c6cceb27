import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { ImsAccess } from '../cloud/ims.ts'
import { findRegion, type Region } from '../config/regions.ts'
import { PATH_HEADER, paths } from '../navigation.ts'
import { store } from '../store/store.ts'
import { sessionIdFromCookie } from './cookie.ts'
import { pageImageApi } from './image-api.ts'
import { findSession, type Session, TOKEN_MARGIN_MS } from './rows.ts'
import type { SessionView } from './view.ts'

/** A session that can work: its token lives, its project is chosen and its region is in the catalogue. */
export type ActiveSession = Session & {
  project: { id: string; name: string }
  token: string
  region: Region
  ims: ImsAccess
}

export type CurrentSession =
  | { state: 'none' }
  /** The token has ended; whose it was is still known. */
  | { state: 'ended'; session: Session }
  /** Signed in, but no project chosen yet. */
  | { state: 'choosing'; session: Session & { token: string }; region: Region }
  | { state: 'active'; session: ActiveSession }

/** The session of this request, looked up in the store each time, so that sign-out and expiry hold at once. */
export const currentSession = cache(async (): Promise<CurrentSession> => {
  const id = await sessionIdFromCookie()
  const session = id ? await findSession(store(), id, Date.now()) : null
  return session ? classify(session) : { state: 'none' }
})

function classify(session: Session): CurrentSession {
  const region = findRegion(session.regionId)
  const { token, project } = session
  if (!token || !region) return { state: 'ended', session }
  if (!project) return { state: 'choosing', session: { ...session, token }, region }
  return { state: 'active', session: activate(session, { token, project, region }) }
}

function activate(
  session: Session,
  parts: Pick<ActiveSession, 'token' | 'project' | 'region'>,
): ActiveSession {
  const imsUrl = session.imsUrl ?? ''
  const { token, project, region } = parts
  return { ...session, ...parts, ims: { imsUrl, token, projectId: project.id, imageApi: region.imageApi } }
}

/** A session row made usable outside a request, for the watcher; null when it cannot work. */
export function toActive(session: Session): ActiveSession | null {
  const current = classify(session)
  return current.state === 'active' ? current.session : null
}

/**
 * The session of a page. Without one the visitor goes to the sign-in page, with the address to come back to. A
 * session that ended while its page was open is met by a dialog there; a fresh visit signs in first.
 */
export async function requireActiveSession(): Promise<ActiveSession> {
  const current = await currentSession()
  if (current.state === 'active') return current.session
  redirect(paths.signIn((await headers()).get(PATH_HEADER) ?? undefined))
}

export async function requireSession(): Promise<SessionView> {
  return toSessionView(await requireActiveSession())
}

export async function toSessionView(session: ActiveSession): Promise<SessionView> {
  return {
    userName: session.user.name,
    domainName: session.domain.name,
    project: session.project,
    region: { id: session.region.id, name: session.region.name, title: session.region.title },
    imageApi: await pageImageApi(session),
    endsAt: session.tokenExpiresAt - TOKEN_MARGIN_MS,
  }
}
