'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { ImageScope } from '@/lib/cloud/images/scopes'
import { isNewlyServed, noteLeft, readerOf, type Served } from './image-readers'

/** What the server has just rendered is not asked for again at once. */
const FRESH_MS = 3_000
/** An import takes minutes; the job's own page is the place for the second. */
const WHILE_IMPORTING_MS = 15_000
/** After so long all of it is read again when one comes back, not the newest page alone. */
const OLD_MS = 5 * 60_000

/**
 * The images of these scopes as far as they are read, and the reading. The newest page is read again while an image is
 * being made, and when one comes back to the window or to the page.
 */
export function useImageList(served: Served, scopes: readonly ImageScope[]) {
  const client = useQueryClient()
  const [reader] = useState(() => readerOf(client, served, scopes))
  const state = useSyncExternalStore(reader.subscribe, reader.state, reader.state)
  const first = scopes[0] ?? 'own'

  const newest = useQuery({
    queryKey: ['images', first],
    queryFn: async () => {
      const page = await reader.refresh(first)
      return { isImporting: page.images.some((image) => image.state === 'importing') }
    },
    staleTime: FRESH_MS,
    refetchInterval: ({ state: { data } }) => (data?.isImporting ? WHILE_IMPORTING_MS : false),
    refetchOnWindowFocus: 'always',
    ...(served.page.ok && served.scope === first
      ? {
          initialData: {
            isImporting: served.page.value.images.some((image) => image.state === 'importing'),
          },
          initialDataUpdatedAt: served.at,
        }
      : {}),
  })

  useLayoutEffect(() => {
    // The list that is kept: what the server has just rendered is newer.
    if (served.page.ok && isNewlyServed(client, served))
      reader.take(served.scope, served.page.value, performance.now())
  }, [client, reader, served])

  const wanted = scopes.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same scopes may come as another array
  useLayoutEffect(() => {
    // The cloud, by way of the reader, for as long as the page is open. Before anybody sees the list without them.
    noteLeft(client, null)
    reader.open(scopes)
    return () => {
      reader.close()
      noteLeft(client, Date.now())
    }
  }, [client, reader, wanted])

  const [openedAt] = useState(() => Date.now())
  useEffect(() => {
    // The cloud: what was kept for the way back may have changed far below the newest page.
    const { readAt } = reader.state()
    if (readAt !== null && openedAt - readAt > OLD_MS) void reader.readAgain()
  }, [reader, openedAt])

  return { reader, state, newest }
}
