import type * as z from 'zod/mini'
import { type Result, refuse } from './refusal.ts'

/** The body as a JSON object, or nothing when it is none. */
export function jsonObject(text: string): Record<string, unknown> | undefined {
  const value = jsonValue(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A body of that shape: none is IMG.0007, another shape IMG.0001 (ims.md 1, synchronous checks). */
export function bodyOf<T>(text: string, schema: z.ZodMiniType<T>, shape: string): Result<T> {
  if (text.trim() === '') return refuse('IMG.0007', 'The request has no body.')
  const parsed = schema.safeParse(jsonValue(text))
  if (parsed.success) return { ok: true, value: parsed.data }
  return refuse('IMG.0001', `The body must be ${shape}.`)
}
