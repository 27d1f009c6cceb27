'use client'

import { ActionIcon } from '@mantine/core'
import dynamic from 'next/dynamic'
import { type Ref, useRef, useState } from 'react'
import { ActButton } from '@/components/elements/ActButton'
import { Icon } from '@/components/elements/Icon'
import type { MenuEntry } from '@/components/elements/Menu'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { useToggle } from '@/components/elements/useToggle'
import classes from './ImageActions.module.css'
import { type ImageActs, whyWords } from './image-acts'

const Menu = dynamic(
  () => import('@/components/elements/Menu').then(({ Menu }) => Menu).catch(() => NotLoaded),
  { ssr: false },
)

type Props = {
  acts: ImageActs
  /** Of the menu behind the dots. */
  more: readonly MenuEntry[]
  onEdit: () => void
  onShare: () => void
  /** Where focus goes back to. */
  editButton: Ref<HTMLButtonElement>
}

/** What can be done with the image, at its head. What cannot be done says why. */
export function ImageActions({ acts, more, onEdit, onShare, editButton }: Props) {
  const dots = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActButton
        ref={editButton}
        label="Edit"
        icon="edit"
        why={whyWords(acts.change)}
        opensDialog
        onClick={onEdit}
      />
      <ActButton label="Share" icon="share" why={whyWords(acts.share)} onClick={onShare} />
      <ActionIcon
        ref={dots}
        variant="default"
        size={36}
        className={classes.more ?? ''}
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        {...useToggle(isOpen, setOpen)}
      >
        <Icon name="more" />
      </ActionIcon>
      {isOpen ? (
        <Menu label="More actions" entries={more} anchor={dots} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}
