/**
 * Codes of IAM (iam.md 1). The sign-in page has words of its own for what a person typed; these are for calls of a
 * running session. The words are Slipway's own.
 */
import type { Explanations } from './explanation.ts'

const SIGN_IN = 'Sign in again.'
const ASK_ADMINISTRATOR = 'Ask an administrator of the account.'

export const IDENTITY: Explanations = {
  'IAM.0001': {
    title: 'IAM does not accept the session',
    cause: 'The token is missing, has ended, or was withdrawn.',
    remedy: SIGN_IN,
  },
  'IAM.0002': {
    title: 'IAM does not allow this',
    cause: 'The user has no role for it in this project.',
    remedy: ASK_ADMINISTRATOR,
  },
  'IAM.0003': {
    title: 'A policy of the account forbids this',
    cause: 'An administrator has ruled it out for this user or group.',
    remedy: ASK_ADMINISTRATOR,
  },
  'IAM.0004': {
    title: 'IAM knows no such project, user or domain',
    cause: 'It was renamed or removed, or it lies in another region.',
    remedy: 'Check how it is written, and choose the project again.',
  },
  'IAM.0006': {
    title: 'IAM failed',
    cause: null,
    remedy: 'Try again in a few minutes.',
  },
  'IAM.0012': {
    title: 'IAM asks to slow down',
    cause: 'Too many calls came in a short time.',
    remedy: 'Wait a minute, then try again once.',
  },
  'IAM.0061': {
    title: 'The account is locked',
    cause: 'Too many sign-ins failed in a row, those of other tools included.',
    remedy: 'Wait until the lock ends, usually 15 minutes. Nobody can lift it earlier.',
  },
  'IAM.0062': {
    title: 'IAM does not accept the password',
    cause: 'Domain, user name or password is wrong; IAM does not say which.',
    remedy: 'Check the three and sign in again. Every failed attempt counts towards a lock.',
  },
  'IAM.0066': {
    title: 'The session has ended',
    cause: 'The token has passed its 24 hours.',
    remedy: SIGN_IN,
  },
  'IAM.0067': {
    title: 'IAM does not accept the token',
    cause: 'It was withdrawn, or it was made in another region.',
    remedy: SIGN_IN,
  },
  'IAM.0080': {
    title: 'The user is disabled',
    cause: null,
    remedy: ASK_ADMINISTRATOR,
  },
  'IAM.0081': {
    title: 'This user may use the web console of the cloud only',
    cause: 'Programmatic access is turned off for the user, and Slipway needs it.',
    remedy: 'Ask an administrator of the account to turn programmatic access on.',
  },
  'IAM.0082': {
    title: 'The account is disabled',
    cause: null,
    remedy: ASK_ADMINISTRATOR,
  },
  'IAM.0083': {
    title: 'The region is closed to this user',
    cause: 'It is a private region.',
    remedy: 'Choose another region, or ask an administrator of the account.',
  },
  'IAM.1061': {
    title: 'IAM does not accept the code',
    cause: 'It has run out, or the clock of the device that shows it is off.',
    remedy: 'Wait for the next code and enter that one.',
  },
}
