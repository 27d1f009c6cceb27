import { queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { type UnseenList, unseenList } from '@/lib/jobs/unseen-view'
import { paths } from '@/lib/navigation'

export const unseenQuery = (count: number) =>
  queryOptions({
    queryKey: ['unseen', count],
    queryFn: ({ signal }): Promise<UnseenList> => getJson(paths.api.unseen(), unseenList, signal),
    staleTime: 0,
    placeholderData: (before) => before,
  })
