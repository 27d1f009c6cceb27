'use client'

import Link from 'next/link'
import { Mark } from '@/components/elements/Mark'
import { paths } from '@/lib/navigation'
import classes from './BrandLink.module.css'
import { useSession } from './SessionContext'

/** On the phone, where the sidebar is a drawer, the bar says where one is. */
export function BrandLink() {
  const { project, imageApi } = useSession()
  return (
    <Link className={classes.brand} href={paths.home(imageApi)}>
      <Mark size={24} className={classes.mark} />
      <span className={classes.words}>
        <span>Slipway</span>
        <span className={classes.project}>{project.name}</span>
      </span>
    </Link>
  )
}
