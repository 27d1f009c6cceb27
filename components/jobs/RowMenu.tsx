'use client'

import type { RefObject } from 'react'
import { Menu } from '@/components/elements/Menu'
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
    <Menu
      label={`Actions for ${job.imageName}`}
      anchor={anchor}
      onClose={onClose}
      entries={[
        { label: 'Open', href: paths.job(job.id) },
        {
          id: 'copy',
          label: state === 'idle' ? 'Copy link' : COPY_WORDS[state],
          onSelect: copy,
          staysOpen: true,
        },
        ...(isImport ? [{ label: 'Import again', href: paths.importAgain(job.id) }] : []),
      ]}
    />
  )
}
