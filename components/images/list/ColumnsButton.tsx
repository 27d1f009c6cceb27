'use client'

import { ActionIcon } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { Icon } from '@/components/elements/Icon'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { Tip } from '@/components/elements/Tip'
import { useToggle } from '@/components/elements/useToggle'
import type { Columns } from './useColumns'

const ColumnsPanel = dynamic(
  () => import('./ColumnsPanel').then(({ ColumnsPanel }) => ColumnsPanel).catch(() => NotLoaded),
  {
    ssr: false,
  },
)

type Props = { columns: Columns; className?: string | undefined }

export function ColumnsButton({ columns, className }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Tip text="Columns">
        <ActionIcon
          ref={button}
          className={className ?? ''}
          aria-label="Columns"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          {...useToggle(isOpen, setOpen)}
        >
          <Icon name="columns" />
        </ActionIcon>
      </Tip>
      {isOpen ? <ColumnsPanel columns={columns} anchor={button} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
