'use client'

import Link from 'next/link'
import { Mark } from '@/components/elements/Mark'
import { paths } from '@/lib/navigation'
import { MainNavigation } from './MainNavigation'
import { ProjectSwitcher } from './ProjectSwitcher'
import { useSession } from './SessionContext'
import { SessionEnd } from './SessionEnd'
import classes from './Sidebar.module.css'
import { UserMenu } from './UserMenu'

/** Below 1100 px it is a rail of icons with tooltips; the same parts stand in the phone's drawer. */
export function Sidebar() {
  const { imageApi } = useSession()
  return (
    <div className={classes.sidebar}>
      <Link className={classes.brand} href={paths.home(imageApi)}>
        <Mark className={classes.mark} />
        <span className={classes.word}>Slipway</span>
      </Link>
      <ProjectSwitcher compactOnRail />
      <MainNavigation compactOnRail />
      <div className={classes.foot}>
        <SessionEnd compactOnRail />
        <UserMenu compactOnRail />
      </div>
    </div>
  )
}
