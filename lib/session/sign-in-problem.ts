import type { CloudError } from '../cloud/errors.ts'
import type { ExplainedError } from '../cloud/explained-error.ts'
import type { Region } from '../config/regions.ts'
import { IAM_FAILURES_TO_LOCK, WARN_FROM_FAILURE } from './attempts.ts'
import type { SignInForm, SignInProblem } from './sign-in-form.ts'

const FIELDS = [
  'token',
  'domain',
  'userName',
  'password',
  'region',
  'project',
] as const satisfies readonly SignInProblem['field'][]

/** Counted from the failure that locked it, which may be some minutes ago: this is the latest (iam.md 1). */
const USUAL_LOCK_MS = 15 * 60_000

type Situation = { region: Region; form: Pick<SignInForm, 'project'> | null; failures: number; now: number }

/**
 * What a failed answer of IAM means to the person at the sign-in page (iam.md 1, Failures and Lockout). Codes and
 * statuses decide where there are any; a lock and a wanted second factor are told by IAM's words alone.
 */
export function signInProblem(error: CloudError, situation: Situation): SignInProblem {
  const { region, form, failures, now } = situation
  const said = error.cloudMessage ?? ''
  const because = (
    title: string,
    cause: string | null,
    remedy: string,
    field: SignInProblem['field'] = null,
  ) => ({
    field,
    error: explained({ title, cause, remedy }, now, error),
    retryAt: null,
  })
  if (error.kind !== 'answered') return unreachable(error, region, now)
  if (error.code === 'IAM.0061' || /lock/i.test(said)) {
    const locked = because(
      'IAM has locked this user',
      'Too many sign-ins failed.',
      'Wait, then sign in again. Nobody can open it earlier.',
    )
    return { ...locked, opensAt: now + USUAL_LOCK_MS }
  }
  if (/totp|mfa/i.test(said)) {
    return because(
      'This account asks for a code, and Slipway cannot take one yet',
      'API login protection is on for this user, so IAM wants a code from an authenticator besides the password.',
      'Sign in as a user without API login protection.',
    )
  }
  if (error.status === 404 || error.code === 'IAM.0004')
    return noSuchProject(form?.project ?? '', region, now, error)
  if (error.status === 401) return wrongPassword(Boolean(form?.project), failures, now, error)
  if (error.status === 403) {
    return because(
      'IAM does not let this user sign in here',
      'The user is disabled, may only use the web console, or has no access to this region.',
      'Ask the administrator of the account to allow programmatic access for this user.',
    )
  }
  if (error.status === 429) {
    return because(
      'IAM takes no further sign-ins at the moment',
      'Too many requests reached it.',
      'Wait a minute, then sign in again.',
    )
  }
  return because(
    `IAM in ${region.name} answered with an error`,
    'The fault is on its side. Nothing is wrong with what you typed.',
    'Try again in a minute.',
  )
}

function unreachable(error: CloudError, region: Region, now: number): SignInProblem {
  const titles = {
    timeout: `IAM in ${region.name} did not answer within 10 s`,
    unreachable: `IAM in ${region.name} cannot be reached`,
    interrupted: `IAM in ${region.name} ended the connection before it answered`,
    unreadable: `IAM in ${region.name} gave an answer that Slipway cannot read`,
    answered: '',
    'not-sent': '',
  } as const
  return {
    field: null,
    error: explained(
      { title: titles[error.kind], cause: 'Nothing is wrong with what you typed.', remedy: 'Try again.' },
      now,
      error,
    ),
    retryAt: null,
  }
}

/** Keystone answers the same to a project in which the user has no role; the cloud may (iam.md 1). */
function wrongPassword(
  hasNamedProject: boolean,
  failures: number,
  now: number,
  error: CloudError,
): SignInProblem {
  const [cause, remedy] = hasNamedProject
    ? ['IAM does not say which, and may mean the project.', 'Check all four, then sign in again.']
    : ['IAM does not say which.', 'Check all three, then sign in again.']
  const left = IAM_FAILURES_TO_LOCK - failures
  const warning =
    left > 0
      ? `At most ${left} ${left === 1 ? 'attempt' : 'attempts'} left before IAM locks this user for 15 minutes.`
      : null
  return {
    field: null,
    error: explained(
      {
        title: 'Domain, user name or password is wrong',
        cause,
        remedy: failures >= WARN_FROM_FAILURE && warning ? warning : remedy,
      },
      now,
      error,
    ),
    retryAt: null,
  }
}

export function noSuchProject(
  project: string,
  region: Region,
  now: number,
  error?: CloudError,
): SignInProblem {
  const title = `This user has no project called ${project} in ${region.name}`
  return {
    field: 'project',
    error: explained(
      { title, cause: null, remedy: 'Correct the name, or leave it empty to choose from your projects.' },
      now,
      error,
    ),
    retryAt: null,
  }
}

/** IAM gives no reason, and a token of another region looks like one that has ended (iam.md 2). */
export function tokenRefused(now: number, error?: CloudError): SignInProblem {
  const words = {
    title: 'IAM does not accept this token',
    cause: 'It has ended, was withdrawn, or was made in another region or cloud.',
    remedy: 'Make a new one.',
  }
  return { field: 'token', error: explained(words, now, error), retryAt: null }
}

export function tokenEndsSoon(now: number): SignInProblem {
  const title = 'This token ends within 5 minutes'
  return {
    field: 'token',
    error: explained({ title, cause: null, remedy: 'Make a new one.' }, now),
    retryAt: null,
  }
}

export function tokenOfRegion(regionName: string, chosen: Region, now: number): SignInProblem {
  const title = `This token is for ${regionName}; you chose ${chosen.name}`
  return {
    field: 'region',
    error: explained({ title, cause: null, remedy: 'Choose the region of the token.' }, now),
    retryAt: null,
  }
}

export function noProject(region: Region, now: number): SignInProblem {
  return {
    field: null,
    error: explained(
      {
        title: `This user has no project in ${region.name}`,
        cause: 'The password is right, but no role in any project of this region was given to the user.',
        remedy: 'Ask the administrator of the account for a role in a project, or choose another region.',
      },
      now,
    ),
    retryAt: null,
  }
}

export function rescopeRefused(project: string, now: number): SignInProblem {
  return {
    field: 'project',
    error: explained(
      {
        title: `You have no role in ${project}`,
        cause: null,
        remedy: 'Ask its administrator for the role IMS Administrator or Tenant Guest.',
      },
      now,
    ),
    retryAt: null,
  }
}

export function tooManyAttempts(retryAt: number, now: number): SignInProblem {
  const seconds = Math.max(1, Math.ceil((retryAt - now) / 1000))
  return {
    field: null,
    error: explained(
      { title: 'Too many attempts from here', cause: null, remedy: `Try again in ${seconds} s.` },
      now,
    ),
    retryAt,
  }
}

export function unknownRegion(now: number): SignInProblem {
  return {
    field: 'region',
    error: explained(
      { title: 'Choose a region', cause: null, remedy: 'Slipway does not know the region that was sent.' },
      now,
    ),
    retryAt: null,
  }
}

/** Values that break the form's own rules: the page checks them first, so this is for whoever calls without it. */
export function invalidForm(
  issue: { path: readonly PropertyKey[]; message: string } | undefined,
): SignInProblem {
  const name = issue?.path[0]
  const field = FIELDS.find((known) => known === name) ?? null
  return {
    field,
    error: explained(
      { title: issue?.message || 'Fill in the form', cause: null, remedy: 'Correct it, then sign in again.' },
      Date.now(),
    ),
    retryAt: null,
  }
}

/** Between two steps the session was lost: signed out in another tab, or its token ended. */
export function signInHasEnded(now: number): SignInProblem {
  return {
    field: null,
    error: explained({ title: 'This sign-in has ended', cause: null, remedy: 'Sign in again.' }, now),
    retryAt: null,
  }
}

function explained(
  words: { title: string; cause: string | null; remedy: string },
  at: number,
  error?: CloudError,
): ExplainedError {
  return {
    ...words,
    field: null,
    code: error?.code ?? null,
    message: error?.cloudMessage ?? null,
    httpStatus: error?.status ?? null,
    requestId: error?.requestId ?? null,
    at,
  }
}
