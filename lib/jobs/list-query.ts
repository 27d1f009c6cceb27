import 'server-only'
import * as z from 'zod/mini'
import { IDS_MAX, type JobFilters, parseFilters } from './filters.ts'
import { type Cursor, parseCursor } from './list.ts'

type ListQuery = { filters: JobFilters; after: Cursor | null; ids: string[] | null }

const ids = z.array(z.uuid()).check(z.maxLength(IDS_MAX))

/** What a route is asked for; what cannot be read is told in a sentence. */
export function parseListQuery({
  cursor,
  ids: wanted,
  ...parameters
}: Record<string, string | undefined>): { ok: true; value: ListQuery } | { ok: false; error: string } {
  const filters = parseFilters(parameters)
  if (!filters.ok) return filters
  const after = cursor === undefined ? null : parseCursor(cursor)
  if (cursor !== undefined && !after)
    return { ok: false, error: 'Take the cursor from the answer before, as it is.' }
  const parsed = z.safeParse(z.optional(ids), wanted?.split(','))
  if (!parsed.success)
    return { ok: false, error: `Ask for at most ${IDS_MAX} ids at a time, with commas between them.` }
  return { ok: true, value: { filters: filters.value, after, ids: parsed.data ?? null } }
}
