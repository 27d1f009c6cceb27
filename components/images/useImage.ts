'use client'

import { useQuery } from '@tanstack/react-query'
import { ProblemError } from '@/components/shell/request'
import type { ImageView } from '@/lib/images/view'
import { imageQuery } from './queries'

/** The image as it was last read; `goneAt` is when IMS was found not to have it any more. */
export function useImage(initial: ImageView) {
  const query = useQuery({
    ...imageQuery(initial.id),
    initialData: initial,
    initialDataUpdatedAt: initial.readAt,
  })
  const isMissing = query.error instanceof ProblemError && query.error.problem === 'not-found'
  return {
    // On a second visit the browser may still hold an older answer than the one the server has just read.
    image: query.data.readAt >= initial.readAt ? query.data : initial,
    query,
    goneAt: isMissing ? query.errorUpdatedAt : null,
  }
}
