'use client'

import { ActionIcon } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { Icon } from '@/components/elements/Icon'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { useToggle } from '@/components/elements/useToggle'
import type { JobSummary } from '@/lib/jobs/view'

const RowMenu = dynamic(() => import('./RowMenu').then(({ RowMenu }) => RowMenu).catch(() => NotLoaded), {
  ssr: false,
})

type Props = { job: JobSummary }

export function RowMenuButton({ job }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionIcon
        ref={button}
        aria-label={`Actions for ${job.imageName}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        {...useToggle(isOpen, setOpen)}
      >
        <Icon name="more" />
      </ActionIcon>
      {isOpen ? <RowMenu job={job} anchor={button} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
