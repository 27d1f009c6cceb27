/** The sign-in form: one schema for the page and its actions. Wording from the interface specification. */
import * as z from 'zod/mini'
import type { ExplainedError } from '../cloud/explained-error.ts'
import type { Result } from '../result.ts'

/** Far above any documented length; it only keeps a pasted novel away from IAM, whose bodies end at 32 KB (iam.md 1). */
const TEXT_MAX = 255
const PASSWORD_MAX = 1024

const tooLong = (max: number) => `Use at most ${max} characters.`
const required = (max: number, empty: string) =>
  z.string().check(z.trim(), z.minLength(1, empty), z.maxLength(max, tooLong(max)))

export const signInForm = z.object({
  domain: required(TEXT_MAX, 'Enter the domain.'),
  userName: required(TEXT_MAX, 'Enter the user name.'),
  /** Never trimmed: blanks may belong to it. */
  password: z
    .string()
    .check(z.minLength(1, 'Enter the password.'), z.maxLength(PASSWORD_MAX, tooLong(PASSWORD_MAX))),
  region: required(TEXT_MAX, 'Choose a region.'),
  /** Empty: the account's projects are offered. */
  project: z.string().check(z.trim(), z.maxLength(TEXT_MAX, tooLong(TEXT_MAX))),
})
export type SignInForm = z.infer<typeof signInForm>

/** One header of the gateway holds 32 KB (ims.md 0). */
const TOKEN_MAX = 32_768

/** Signing in with a token that was made elsewhere: for users whom a password alone does not let in. */
export const tokenForm = z.object({
  token: z.string().check(
    z.trim(),
    z.minLength(1, 'Paste a token.'),
    z.maxLength(TOKEN_MAX, tooLong(TOKEN_MAX)),
    // It becomes a header.
    z.regex(/^[\x21-\x7e]*$/, 'A token has no blanks and no line breaks. Paste it alone.'),
  ),
  ...z.pick(signInForm, { region: true, project: true }).shape,
})
export type TokenForm = z.infer<typeof tokenForm>

export const chooseProjectForm = z.object({
  projectId: z.string().check(z.minLength(1, 'Choose a project.'), z.maxLength(64)),
})

/** Signing in again over the page: who it is stands in the ended session. */
export const signInAgainForm = z.pick(signInForm, { password: true })

export type SignInProblem = {
  /** The field it belongs to, where there is one. */
  field: keyof SignInForm | 'token' | null
  error: ExplainedError
  /** Epoch milliseconds until which Slipway takes no further attempt from here; null when it takes one. */
  retryAt: number | null
  /** Epoch milliseconds when IAM should open a locked user again. */
  opensAt?: number
}

export type SignInStep =
  | { step: 'signed-in' }
  | { step: 'choose-project'; projects: { id: string; name: string }[] }
export type SignInResult = Result<SignInStep, SignInProblem>
