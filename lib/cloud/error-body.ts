import * as z from 'zod/mini'
import { safeText } from './explanations/safe-text.ts'
import { gatewayError, glanceError, nestedError } from './wire/errors.ts'

export type ErrorBody = { code: string | null; message: string | null; requestId: string | null }

/**
 * Code and words of an error answer, whichever of the documented shapes it has (ims.md 0, iam.md 1): extension
 * API, Keystone and Glance (whose code is only the HTTP status again), gateway, or XML and HTML, which are read as text.
 */
export function readErrorBody(json: unknown, text: string): ErrorBody {
  const nested = z.safeParse(nestedError, json)
  if (nested.success) {
    const { code, message } = nested.data.error
    return {
      code: typeof code === 'string' ? code : codeIn(message ?? ''),
      message: safeText(message ?? null),
      requestId: null,
    }
  }
  const gateway = z.safeParse(gatewayError, json)
  if (gateway.success) {
    const { error_code, error_msg, request_id } = gateway.data
    return { code: error_code, message: safeText(error_msg ?? null), requestId: request_id ?? null }
  }
  const glance = z.safeParse(glanceError, json)
  const words = glance.success ? glance.data.message : text
  return { code: codeIn(words), message: safeText(withoutMarkup(words)), requestId: null }
}

function withoutMarkup(text: string): string {
  return text.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ')
}

function codeIn(text: string): string | null {
  return text.match(/\b(?:IMG\.\d{4}|APIGW?\.\d{4}|IAM\.\d{4})\b/)?.[0] ?? null
}
