'use client'

import { useQuery } from '@tanstack/react-query'
import { quotaQuery } from '@/components/images/queries'
import classes from './NavigationCount.module.css'

/** Own images as the quota counts them; no number where it could not be read. */
export function ImageCount() {
  const { data } = useQuery(quotaQuery())
  if (!data) return null
  return (
    <span className={classes.count}>
      <span className={classes.words}>{data.used}</span>
    </span>
  )
}
