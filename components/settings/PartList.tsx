'use client'

import Link from 'next/link'
import { useSession } from '@/components/shell/SessionContext'
import { paths } from '@/lib/navigation'
import classes from './PartList.module.css'
import { partsOf } from './parts'

/** The way to each section; on a phone they stand below each other in sight, and the list does not. */
export function PartList() {
  const { imageApi } = useSession()
  return (
    <nav className={classes.nav} aria-label="Settings">
      <ul>
        {partsOf(imageApi).map(({ id, title }) => (
          <li key={id}>
            <Link href={paths.settings(id)} className={classes.link}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
