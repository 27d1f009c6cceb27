/** Long enough for every documented message, short enough for a log line and a page. */
const MESSAGE_MAX = 600
/** Bounds the work on a hostile text before anything is searched in it. */
const READ_MAX = 8 * MESSAGE_MAX

/**
 * What looks like a token: CMS tokens start with MII, Fernet ones with gAAAA, JWTs with eyJ (iam.md 2); a longer run
 * without any break than paths and ids have; and what follows the name of a secret and a colon.
 */
const TOKEN_LIKE = /\b(?:MII|gAAAA|eyJ)[\w+/=.-]{20,}|[A-Za-z0-9+=_-]{100,}/g
const AFTER_SECRET_NAME =
  /\b(x-(?:auth|subject|security)-token|authorization|password|passcode|secret(?:_?access)?_?key|token)(["']?\s*[:=]\s*["']?)[^\s"',}]+/gi

/**
 * Text of a service, fit to be shown, logged and copied: one line without control and formatting characters,
 * nothing in it that looks like a token, of bounded length; null when nothing is left.
 */
export function safeText(text: string | null, max: number = MESSAGE_MAX): string | null {
  if (text === null) return null
  const line = text
    .slice(0, READ_MAX)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(AFTER_SECRET_NAME, '$1$2(left out)')
    .replace(TOKEN_LIKE, '(left out)')
    .trim()
  if (line === '') return null
  return line.length > max ? `${line.slice(0, max)}…` : line
}
