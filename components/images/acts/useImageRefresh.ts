'use client'

import { useQueryClient } from '@tanstack/react-query'
import { imageQuery } from '../queries'
import { membersQuery } from '../sharing/members-query'

type Parts = { image?: boolean; members?: boolean }

/** After an act: what it may have changed is read again, the lists and the record always. */
export function useImageRefresh(imageId: string): (parts: Parts) => void {
  const queryClient = useQueryClient()
  return ({ image = false, members = false }) => {
    const read = (queryKey: readonly unknown[]) => void queryClient.invalidateQueries({ queryKey })
    if (image) read(imageQuery(imageId).queryKey)
    if (members) read(membersQuery(imageId).queryKey)
    read(['images'])
    read(['activity'])
  }
}
