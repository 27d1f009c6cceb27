'use client'

import { ActionIcon } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { Icon } from '@/components/elements/Icon'
import { useToggle } from '@/components/elements/useToggle'
import type { ListedImage } from '@/lib/images/listed'
import type { RowActs } from './row-acts'

const RowMenu = dynamic(() => import('./RowMenu').then(({ RowMenu }) => RowMenu), { ssr: false })

type Props = { row: ListedImage; tabIndex: number; acts: RowActs }

export function RowMenuButton({ row, tabIndex, acts }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionIcon
        ref={button}
        aria-label={`Actions for ${row.image.name ?? 'this image'}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        tabIndex={tabIndex}
        {...useToggle(isOpen, setOpen)}
      >
        <Icon name="more" />
      </ActionIcon>
      {isOpen ? <RowMenu row={row} acts={acts} anchor={button} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
