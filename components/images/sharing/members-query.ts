import { queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { type MemberList, memberList } from '@/lib/images/view'
import { paths } from '@/lib/navigation'

const FRESH_MS = 3_000

/** With whom an image is shared; of another project's image only what this one said to it. */
export const membersQuery = (imageId: string) =>
  queryOptions({
    queryKey: ['image-members', imageId],
    queryFn: ({ signal }): Promise<MemberList> =>
      getJson(paths.api.imageMembers(imageId), memberList, signal),
    staleTime: FRESH_MS,
  })
