'use client'

import { useQueries } from '@tanstack/react-query'
import type { ImageApi } from '@/lib/config/image-apis'
import type { ListedImage } from '@/lib/images/listed'
import { isForAll, mayHaveMembers } from '@/lib/images/share-rules'
import { type Dependents, dependents } from '../remove/dependents'
import { membersQuery } from '../sharing/members-query'

/** Of more images nobody reads with whom each is shared, and that many questions would only hold up the deletions. */
const ASKED_MAX = 20

export type SharedImage = { image: ListedImage['image']; isReading: boolean; users: Dependents }

/** Who else has those of the images that others have; what was not read is as far as the list knows it. */
export function useSharedWith(rows: readonly ListedImage[], api: ImageApi): readonly SharedImage[] {
  const shared = rows.filter(({ image }) => mayHaveMembers(image) || isForAll(image))
  const isAsked = shared.filter(({ image }) => mayHaveMembers(image)).length <= ASKED_MAX
  const answers = useQueries({
    queries: shared.map(({ image }) => ({
      ...membersQuery(image.id),
      enabled: isAsked && mayHaveMembers(image),
    })),
  })
  return shared.map(({ image }, at) => ({
    image,
    isReading: answers[at]?.isLoading ?? false,
    users: dependents(image, answers[at]?.data?.members ?? null, api),
  }))
}
