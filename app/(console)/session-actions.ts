'use server'

import { redirect } from 'next/navigation'
import * as z from 'zod/mini'
import { actionSession } from '@/app/as-user'
import { audited } from '@/app/audited'
import { auditedChoice } from '@/app/audited-choice'
import { auditedSignIn } from '@/app/audited-sign-in'
import { paths } from '@/lib/navigation'
import { clearSessionCookie, writeSessionCookie } from '@/lib/session/cookie'
import { deleteSession } from '@/lib/session/rows'
import { signInAgain as signInAgainAs, signOut as signOutOf } from '@/lib/session/sign-in'
import { chooseProjectForm, type SignInResult, signInAgainForm } from '@/lib/session/sign-in-form'
import { invalidForm, signInHasEnded } from '@/lib/session/sign-in-problem'
import { store } from '@/lib/store/store'

/** Revokes the token at IAM, forgets the session and its cookie, and goes to the sign-in page. */
export async function signOut(): Promise<void> {
  const current = await actionSession()
  if (current.state !== 'none') {
    const { session } = current
    await audited(session, { action: 'session.sign-out' }, () => signOutOf(store(), session))
  }
  await clearSessionCookie()
  redirect(paths.signIn())
}

/** Moves the session, and with it every tab, to another project. */
export async function switchProject(input: unknown): Promise<SignInResult> {
  const current = await actionSession()
  const parsed = z.safeParse(chooseProjectForm, input)
  if (!parsed.success) return { ok: false, error: invalidForm(parsed.error.issues[0]) }
  if (current.state !== 'active') return { ok: false, error: signInHasEnded(Date.now()) }
  const outcome = await auditedChoice(current, parsed.data.projectId)
  return outcome.ok ? { ok: true, value: outcome.value.step } : outcome
}

/** Signs in over the page as whoever the ended session belonged to. A new id takes the old one's place. */
export async function signInAgain(input: unknown): Promise<SignInResult> {
  const current = await actionSession()
  const parsed = z.safeParse(signInAgainForm, input)
  if (!parsed.success) return { ok: false, error: invalidForm(parsed.error.issues[0]) }
  if (current.state === 'none') return { ok: false, error: signInHasEnded(Date.now()) }
  const { session } = current
  const typed = { regionId: session.regionId, userName: session.user.name, domainName: session.domain.name }
  const outcome = await auditedSignIn(typed, (address) =>
    signInAgainAs(store(), session, parsed.data.password, address),
  )
  if (!outcome.ok) return outcome
  await deleteSession(store(), session.id)
  await writeSessionCookie(outcome.value.sessionId)
  return { ok: true, value: outcome.value.step }
}
