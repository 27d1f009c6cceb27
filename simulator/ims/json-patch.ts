import * as z from 'zod/mini'
import { type Result, refuse } from './refusal.ts'

/** One step of a change: an attribute of the image's top level and what becomes of it. */
export type Step = { op: 'add' | 'replace' | 'remove'; name: string; value?: unknown }

const OPS = ['add', 'replace', 'remove'] as const
const steps = z
  .array(z.object({ op: z.enum(OPS), path: z.string(), value: z.optional(z.unknown()) }))
  .check(z.minLength(1))
const oldSteps = z
  .array(
    z.union([
      z.strictObject({ add: z.string(), value: z.unknown() }),
      z.strictObject({ replace: z.string(), value: z.unknown() }),
      z.strictObject({ remove: z.string() }),
    ]),
  )
  .check(z.minLength(1))

/**
 * Reads `[{"op","path","value"}]` (ims.md 7), or with `form: 'v2.0'` the older `[{"replace":"/name","value"}]`
 * (ims.md 9). IMG.0007 without a body, IMG.0001 for any other shape.
 */
export function readSteps(text: string, form: 'v2.1' | 'v2.0' = 'v2.1'): Result<Step[]> {
  if (text.trim() === '') return refuse('IMG.0007', 'The request has no body.')
  const shape = refuse('IMG.0001', 'The body must be a list of changes, each with op, path and value.')
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return shape
  }
  const raw = form === 'v2.1' ? steps.safeParse(body) : undefined
  const old = form === 'v2.0' ? oldSteps.safeParse(body) : undefined
  const asked = raw?.success ? raw.data : old?.success ? old.data.map(fromOldForm) : undefined
  if (!asked) return shape
  const read: Step[] = []
  for (const { op, path, value } of asked) {
    const name = attributeOf(path)
    if (name === undefined) return refuse('IMG.0001', `${path} is no path to an attribute.`)
    if (op !== 'remove' && value === undefined) return refuse('IMG.0001', `${op} of ${path} needs a value.`)
    read.push(op === 'remove' ? { op, name } : { op, name, value })
  }
  return { ok: true, value: read }
}

type OldStep = z.infer<typeof oldSteps>[number]
type RawStep = { op: Step['op']; path: string; value?: unknown }

function fromOldForm(step: OldStep): RawStep {
  if ('add' in step) return { op: 'add', path: step.add, value: step.value }
  if ('replace' in step) return { op: 'replace', path: step.replace, value: step.value }
  return { op: 'remove', path: step.remove }
}

/** The attribute a JSON pointer of one level names (RFC 6901: `~1` is a slash, `~0` a tilde). */
function attributeOf(path: string): string | undefined {
  const match = /^\/([^/]+)$/.exec(path)
  const name = match?.[1]
  if (name === undefined || /~(?![01])/.test(name)) return undefined
  return name.replaceAll('~1', '/').replaceAll('~0', '~')
}
