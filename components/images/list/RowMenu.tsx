'use client'

import Link from 'next/link'
import type { RefObject } from 'react'
import { menuItem, PopMenu } from '@/components/elements/PopMenu'
import { COPY_WORDS, useCopy } from '@/components/elements/useCopy'
import type { ListedImage } from '@/lib/images/listed'
import { paths } from '@/lib/navigation'
import type { RowActs } from './row-acts'

type Props = {
  row: ListedImage
  acts: RowActs
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

/** What can be done with an image without opening it. */
export function RowMenu({ row, acts, anchor, onClose }: Props) {
  const { image, scope } = row
  const { state, copy } = useCopy(image.id)
  const item = (words: string, act: () => void) => (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={menuItem}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
        act()
      }}
    >
      {words}
    </button>
  )
  const isShared = scope === 'pending' || scope === 'accepted' || scope === 'rejected'
  return (
    <PopMenu anchor={anchor} label={`Actions for ${image.name ?? 'this image'}`} onClose={onClose}>
      <Link role="menuitem" tabIndex={-1} href={paths.image(image.id)} className={menuItem}>
        Open
      </Link>
      <button type="button" role="menuitem" tabIndex={-1} className={menuItem} onClick={copy}>
        {state === 'idle' ? 'Copy id' : COPY_WORDS[state]}
      </button>
      {image.own ? item('Add tag', () => acts.ask('tag', [row])) : null}
      {image.own ? item('Share', () => acts.ask('share', [row])) : null}
      {isShared && scope !== 'accepted' ? item('Accept', () => acts.answer(row, 'accepted')) : null}
      {isShared && scope !== 'rejected' ? item('Reject', () => acts.answer(row, 'rejected')) : null}
      {image.own ? item('Delete image', () => acts.ask('delete', [row])) : null}
    </PopMenu>
  )
}
