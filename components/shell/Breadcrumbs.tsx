'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useCurrentPage } from '@/components/elements/current-page'
import classes from './Breadcrumbs.module.css'
import { sectionOf } from './sections'

export function Breadcrumbs() {
  const place = sectionOf(usePathname())
  const page = useCurrentPage()
  if (!place) return null
  const { section, below } = place
  return (
    <nav className={classes.crumbs} aria-label="Breadcrumb">
      <ol className={classes.list}>
        <li>
          {below ? (
            <Link href={section.href}>{section.title}</Link>
          ) : (
            <span className={classes.here} aria-current="page">
              {section.title}
            </span>
          )}
        </li>
        {below && page ? (
          <li className={classes.last}>
            <span className={classes.slash} aria-hidden="true">
              /
            </span>
            <span className={classes.here} aria-current="page">
              {page}
            </span>
          </li>
        ) : null}
      </ol>
    </nav>
  )
}
