'use client'

import { usePathname } from 'next/navigation'
import { ImageCount } from './ImageCount'
import classes from './MainNavigation.module.css'
import { NavigationLink } from './NavigationLink'
import { RunningCount } from './RunningCount'
import { useSession } from './SessionContext'
import { sectionOf, sectionsOf } from './sections'

type Props = { compactOnRail?: boolean; onNavigate?: () => void }

const COUNTS: Partial<Record<string, () => React.ReactNode>> = { Jobs: RunningCount, Images: ImageCount }

export function MainNavigation({ compactOnRail = false, onNavigate }: Props) {
  const { imageApi } = useSession()
  const here = sectionOf(usePathname())?.section
  return (
    <nav className={classes.nav} aria-label="Main">
      <ul className={classes.list}>
        {sectionsOf(imageApi).map((section) => {
          const Count = COUNTS[section.title]
          return (
            <li key={section.href}>
              <NavigationLink
                section={section}
                isCurrent={section === here}
                compactOnRail={compactOnRail}
                onNavigate={onNavigate}
              >
                {Count ? <Count /> : null}
              </NavigationLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
