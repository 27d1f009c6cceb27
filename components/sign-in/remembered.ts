/** What the sign-in page fills in next time, kept in this browser alone. Never the password. */
import * as z from 'zod/mini'
import type { SignInForm } from '@/lib/session/sign-in-form'

const KEY = 'slipway.sign-in'
const PROJECTS_MAX = 5

const remembered = z.object({
  domain: z.string(),
  userName: z.string(),
  region: z.string(),
  project: z.string(),
  /** Project names of earlier sign-ins, the last one first. */
  projects: z.array(z.string()),
})
export type Remembered = z.infer<typeof remembered>

/** Null where nothing is kept, or the browser keeps nothing. */
export function recall(): Remembered | null {
  try {
    const parsed = remembered.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    // Storage is blocked, or holds something else: there is nothing to fill in.
    return null
  }
}

/** The same for who signed in with a token, which says by itself whose it is. */
export function rememberPlace(place: Pick<SignInForm, 'region' | 'project'>): void {
  const { domain = '', userName = '' } = recall() ?? {}
  remember({ domain, userName, ...place })
}

export function remember({ domain, userName, region, project }: Omit<SignInForm, 'password'>): void {
  const earlier = recall()?.projects ?? []
  const projects = [project, ...earlier.filter((name) => name !== project)].filter(Boolean)
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify({ domain, userName, region, project, projects: projects.slice(0, PROJECTS_MAX) }),
    )
  } catch {
    // Storage is blocked or full: signing in goes on without it.
  }
}
