'use client'

import Link from 'next/link'
import type { RefObject } from 'react'
import { menuItem, PopMenu } from '@/components/elements/PopMenu'
import { COPY_WORDS, useCopy } from '@/components/elements/useCopy'
import type { JobSummary } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'

type Props = {
  job: JobSummary
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

/** What can be done with an import without opening it. */
export function RowMenu({ job, anchor, onClose }: Props) {
  const { state, copy } = useCopy(`${window.location.origin}${paths.job(job.id)}`)
  const isImport = job.kind === 'system' || job.kind === 'data'
  return (
    <PopMenu anchor={anchor} label={`Actions for ${job.imageName}`} onClose={onClose}>
      <Link role="menuitem" tabIndex={-1} href={paths.job(job.id)} className={menuItem}>
        Open
      </Link>
      <button type="button" role="menuitem" tabIndex={-1} className={menuItem} onClick={copy}>
        {state === 'idle' ? 'Copy link' : COPY_WORDS[state]}
      </button>
      {isImport ? (
        <Link role="menuitem" tabIndex={-1} href={paths.importAgain(job.id)} className={menuItem}>
          Import again
        </Link>
      ) : null}
    </PopMenu>
  )
}
