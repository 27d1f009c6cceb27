import * as z from 'zod/mini'
import { type Result, refuse } from './refusal.ts'

/** What Glance lets nobody set (its schema's `readOnly` members, and those it refuses to patch). */
const READ_ONLY: ReadonlySet<string> = new Set([
  ...['id', 'status', 'owner', 'checksum', 'size', 'virtual_size', 'created_at', 'updated_at'],
  ...['file', 'self', 'schema', 'direct_url', 'locations', 'active_at'],
])

export function isReadOnly(name: string): boolean {
  return READ_ONLY.has(name)
}

const text = z.string().check(z.maxLength(255))
const VALUES: ReadonlyMap<string, z.ZodMiniType> = new Map<string, z.ZodMiniType>([
  ['name', text],
  ['visibility', z.enum(['private', 'shared', 'community'])],
  ['protected', z.boolean()],
  ['tags', z.array(text).check(z.maxLength(128))],
  ['min_disk', z.int().check(z.minimum(0))],
  ['min_ram', z.int().check(z.minimum(0))],
])

/** A value as Glance takes it: of the schema's type for its own attributes, text for all others. */
export function glanceValue(name: string, value: unknown): Result<unknown> {
  const parsed = (VALUES.get(name) ?? z.string()).safeParse(value)
  if (!parsed.success) return refuse('IMG.0001', `Provided object does not match schema 'image': ${name}`)
  if (Array.isArray(parsed.data)) return { ok: true, value: [...new Set(parsed.data)] }
  return { ok: true, value: parsed.data }
}
