import 'server-only'
import { callerAddress } from '@/app/as-user'
import { audited } from '@/app/audited'
import { type AuditSubject, subjectOf } from '@/lib/audit/entry'
import { outcomeOfResult } from '@/lib/audit/outcome-of-result'
import { log } from '@/lib/config/log'
import { failedAttempts } from '@/lib/session/attempts'
import { findSession } from '@/lib/session/rows'
import type { signInWithPassword } from '@/lib/session/sign-in'
import { store } from '@/lib/store/store'

type SignInOutcome = Awaited<ReturnType<typeof signInWithPassword>>

/**
 * A sign-in, recorded with who IAM says it is, or with what was typed when it was refused. A refused one belongs to no
 * project and is listed in none; it is kept, and logged without the name, for which people sometimes type a password.
 * Once an address has failed so often that Slipway takes no more from it, its attempts are no longer recorded: nobody
 * may fill the store without signing in.
 *
 * @param typed who they say they are, and the project they are sent back to when a session ended
 */
export async function auditedSignIn(
  typed: { regionId: string; userName: string; domainName: string },
  signIn: (address: string) => Promise<SignInOutcome>,
): Promise<SignInOutcome> {
  const address = await callerAddress()
  if (failedAttempts().blockedUntil(address, Date.now()) !== null) return signIn(address)
  const { regionId, userName, domainName } = typed
  const subject: AuditSubject = { projectId: null, regionId, user: { id: null, name: userName }, domainName }
  const outcomeOf = async (outcome: SignInOutcome) => {
    if (outcome.ok) {
      const session = await findSession(store(), outcome.value.sessionId, Date.now())
      return { result: 'done' as const, ...(session ? { subject: subjectOf(session) } : {}) }
    }
    const { code, httpStatus } = outcome.error.error
    log().warn({ regionId, address, code, status: httpStatus }, 'a sign-in was refused')
    return outcomeOfResult(outcome)
  }
  return audited(subject, { action: 'session.sign-in', outcomeOf }, () => signIn(address))
}
