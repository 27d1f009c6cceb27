import * as z from 'zod/mini'
import { gatewayError, nestedError } from './wire/errors.ts'

const MESSAGE_MAX = 600

export type ErrorBody = { code: string | null; message: string | null; requestId: string | null }

/**
 * Code and words of an error answer, whichever of the documented shapes it has (ims.md 0, iam.md 1): extension
 * API, Keystone (whose code is only the HTTP status again), gateway, or XML and HTML, which are read as text.
 */
export function readErrorBody(json: unknown, text: string): ErrorBody {
  const nested = z.safeParse(nestedError, json)
  if (nested.success) {
    const { code, message } = nested.data.error
    return {
      code: typeof code === 'string' ? code : codeIn(message ?? ''),
      message: plain(message),
      requestId: null,
    }
  }
  const gateway = z.safeParse(gatewayError, json)
  if (gateway.success) {
    const { error_code, error_msg, request_id } = gateway.data
    return { code: error_code, message: plain(error_msg), requestId: request_id ?? null }
  }
  return {
    code: codeIn(text),
    message: plain(text.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ')),
    requestId: null,
  }
}

function codeIn(text: string): string | null {
  return text.match(/\b(?:IMG\.\d{4}|APIGW?\.\d{4}|IAM\.\d{4})\b/)?.[0] ?? null
}

/** One line, without control characters or anything that looks like a token, of bounded length; null when nothing is left. */
function plain(text: string | undefined): string | null {
  if (!text) return null
  const line = text
    .slice(0, MESSAGE_MAX * 8)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/\bMII[A-Za-z0-9+/=_-]{40,}/g, '(token)')
    .trim()
  if (line === '') return null
  return line.length > MESSAGE_MAX ? `${line.slice(0, MESSAGE_MAX)}…` : line
}
