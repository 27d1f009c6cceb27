'use client'

import { useQuery } from '@tanstack/react-query'
import { quotaQuery } from '@/components/images/queries'
import classes from './NavigationCount.module.css'
import { useSession } from './SessionContext'

/** Own images as the quota counts them; no number where it could not be read, or where there is no quota. */
export function ImageCount() {
  const { imageApi } = useSession()
  const { data } = useQuery({ ...quotaQuery(), enabled: imageApi === 'ims' })
  if (!data) return null
  return (
    <span className={classes.count}>
      <span className={classes.words}>{data.used}</span>
    </span>
  )
}
