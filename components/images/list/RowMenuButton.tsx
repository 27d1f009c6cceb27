'use client'

import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { Icon } from '@/components/elements/Icon'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { useToggle } from '@/components/elements/useToggle'
import type { ListedImage } from '@/lib/images/listed'
import classes from './RowMenuButton.module.css'
import type { RowActs } from './row-acts'

const RowMenu = dynamic(() => import('./RowMenu').then(({ RowMenu }) => RowMenu).catch(() => NotLoaded), {
  ssr: false,
})

type Props = { row: ListedImage; tabIndex: number; acts: RowActs }

/** A plain button: the kit's own costs more to draw than the rest of its row. */
export function RowMenuButton({ row, tabIndex, acts }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes.button}
        aria-label={`Actions for ${row.image.name ?? 'this image'}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        tabIndex={tabIndex}
        {...useToggle(isOpen, setOpen)}
      >
        <Icon name="more" />
      </button>
      {isOpen ? <RowMenu row={row} acts={acts} anchor={button} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
