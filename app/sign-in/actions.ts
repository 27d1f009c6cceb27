'use server'

import * as z from 'zod/mini'
import { actionSession, callerAddress, refuseForeignOrigin } from '@/app/as-user'
import { clearSessionCookie, writeSessionCookie } from '@/lib/session/cookie'
import { chooseProject as chooseProjectOf, signInWithPassword } from '@/lib/session/sign-in'
import { chooseProjectForm, type SignInResult, signInForm } from '@/lib/session/sign-in-form'
import { invalidForm, signInHasEnded } from '@/lib/session/sign-in-problem'
import { store } from '@/lib/store/store'

/** Signs in with domain, user name, password, region and, if named, project. Asks IAM once. */
export async function signIn(input: unknown): Promise<SignInResult> {
  await refuseForeignOrigin()
  const parsed = z.safeParse(signInForm, input)
  if (!parsed.success) return { ok: false, error: invalidForm(parsed.error.issues[0]) }
  const outcome = await signInWithPassword(store(), parsed.data, await callerAddress())
  if (!outcome.ok) return outcome
  await writeSessionCookie(outcome.value.sessionId)
  return { ok: true, value: outcome.value.step }
}

/** Second step, when the account has several projects and named none. */
export async function chooseProject(input: unknown): Promise<SignInResult> {
  const current = await actionSession()
  const parsed = z.safeParse(chooseProjectForm, input)
  if (!parsed.success) return { ok: false, error: invalidForm(parsed.error.issues[0]) }
  if (current.state !== 'choosing' && current.state !== 'active') {
    await clearSessionCookie()
    return { ok: false, error: signInHasEnded(Date.now()) }
  }
  const outcome = await chooseProjectOf(store(), current, parsed.data.projectId)
  return outcome.ok ? { ok: true, value: outcome.value.step } : outcome
}
