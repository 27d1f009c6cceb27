import type { QueryClient } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import type { ProblemBody } from '@/lib/cloud/explained-error'
import type { ImageScope } from '@/lib/cloud/images/scopes'
import type { ImagePageQuery } from '@/lib/images/list-query'
import { type ImagePage, type ImageSummary, imagePage } from '@/lib/images/view'
import { paths } from '@/lib/navigation'
import type { Result } from '@/lib/result'
import { ImageReader } from './ImageReader'

export type Served = {
  scope: ImageScope
  /** As the server rendered it, or why it could not. */
  page: Result<ImagePage, ProblemBody>
  /** When that was, by the server's clock (epoch milliseconds). */
  at: number
}

/** So long a list keeps what was read of it, for the way back from an image. */
const KEPT_MS = 30 * 60_000

type Kept = { reader: ImageReader; servedAt: number; leftAt: number | null }

/** A project has one client of its own, and one list with it. */
const readers = new WeakMap<QueryClient, Kept>()

/** The list that was left a while ago, or one that begins with what the server rendered. */
export function readerOf(client: QueryClient, served: Served, wanted: readonly ImageScope[]): ImageReader {
  const kept = readers.get(client)
  if (kept && (kept.leftAt === null || Date.now() - kept.leftAt < KEPT_MS)) return kept.reader
  const reader = new ImageReader((query) => getPage(client, query), wanted)
  if (served.page.ok) reader.begin(served.scope, served.page.value)
  else reader.stopAt(served.scope, served.page.error.error)
  readers.set(client, { reader, servedAt: served.at, leftAt: null })
  return reader
}

/** Whether the server rendered this after all that was seen before, and notes it: coming back to a page brings an old one. */
export function isNewlyServed(client: QueryClient, { at }: Served): boolean {
  const kept = readers.get(client)
  if (!kept || kept.servedAt >= at) return false
  kept.servedAt = at
  return true
}

export function noteLeft(client: QueryClient, leftAt: number | null): void {
  const kept = readers.get(client)
  if (kept) kept.leftAt = leftAt
}

/** What was done to an image on a page of its own stands in the list at once, however far down it is. */
export function changeInList(
  client: QueryClient,
  id: string,
  changes: Partial<ImageSummary>,
  scope?: ImageScope,
): void {
  readers.get(client)?.reader.change(id, changes, scope)
}

export function removeFromList(client: QueryClient, id: string): void {
  readers.get(client)?.reader.remove([id])
}

/** By way of the query client: a page is tried again, and an ended session is told, as for everything that is read. */
function getPage(client: QueryClient, query: ImagePageQuery): Promise<ImagePage> {
  return client.fetchQuery({
    queryKey: ['image-page', query],
    queryFn: ({ signal }) => getJson(paths.api.images(query), imagePage, signal),
    // The reader keeps what matters; comparing five hundred images with those before costs more than reading them.
    structuralSharing: false,
    gcTime: 0,
    staleTime: 0,
  })
}
