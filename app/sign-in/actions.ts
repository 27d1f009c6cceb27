'use server'

import * as z from 'zod/mini'
import { actionSession, refuseForeignOrigin } from '@/app/as-user'
import { auditedChoice } from '@/app/audited-choice'
import { auditedSignIn } from '@/app/audited-sign-in'
import { clearSessionCookie, writeSessionCookie } from '@/lib/session/cookie'
import { signInWithPassword } from '@/lib/session/sign-in'
import { chooseProjectForm, type SignInResult, signInForm, tokenForm } from '@/lib/session/sign-in-form'
import { invalidForm, signInHasEnded } from '@/lib/session/sign-in-problem'
import { signInWithToken } from '@/lib/session/sign-in-with-token'
import { store } from '@/lib/store/store'

/** Signs in with domain, user name, password, region and, if named, project. Asks IAM once. */
export async function signIn(input: unknown): Promise<SignInResult> {
  await refuseForeignOrigin()
  const parsed = z.safeParse(signInForm, input)
  if (!parsed.success) return { ok: false, error: invalidForm(parsed.error.issues[0]) }
  const { region: regionId, userName, domain: domainName } = parsed.data
  const outcome = await auditedSignIn({ regionId, userName, domainName }, (address) =>
    signInWithPassword(store(), parsed.data, address),
  )
  if (!outcome.ok) return outcome
  await writeSessionCookie(outcome.value.sessionId)
  return { ok: true, value: outcome.value.step }
}

/** Signs in with a token made elsewhere, which says itself whose it is. */
export async function signInByToken(input: unknown): Promise<SignInResult> {
  await refuseForeignOrigin()
  const parsed = z.safeParse(tokenForm, input)
  if (!parsed.success) return { ok: false, error: invalidForm(parsed.error.issues[0]) }
  const typed = { regionId: parsed.data.region, userName: '', domainName: '' }
  const outcome = await auditedSignIn(typed, (address) => signInWithToken(store(), parsed.data, address))
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
  const outcome = await auditedChoice(current, parsed.data.projectId)
  return outcome.ok ? { ok: true, value: outcome.value.step } : outcome
}
