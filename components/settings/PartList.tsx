import Link from 'next/link'
import { paths } from '@/lib/navigation'
import classes from './PartList.module.css'
import { PARTS } from './parts'

/** The way to each section; on a phone they stand below each other in sight, and the list does not. */
export function PartList() {
  return (
    <nav className={classes.nav} aria-label="Settings">
      <ul>
        {Object.values(PARTS).map(({ id, title }) => (
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
