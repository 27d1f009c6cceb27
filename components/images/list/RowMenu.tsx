'use client'

import type { RefObject } from 'react'
import { Menu, type MenuEntry } from '@/components/elements/Menu'
import { COPY_WORDS, useCopy } from '@/components/elements/useCopy'
import { useSession } from '@/components/shell/SessionContext'
import type { ListedImage } from '@/lib/images/listed'
import { possible } from '@/lib/images/possible'
import { paths } from '@/lib/navigation'
import type { RowAct, RowActs } from './row-acts'

type Props = {
  row: ListedImage
  acts: RowActs
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

/** What can be done with an image without opening it. */
export function RowMenu({ row, acts, anchor, onClose }: Props) {
  const { image, scope } = row
  const { imageApi } = useSession()
  const { state, copy } = useCopy(image.id)
  const entry = (label: string, act: RowAct): MenuEntry => {
    const judged = possible(act, image, { hasIms: imageApi === 'ims' })
    return {
      label,
      why: judged.can ? null : judged.why,
      isBad: act === 'delete',
      onSelect: () => acts.ask(act, [row]),
    }
  }
  const answers: MenuEntry[] = [
    { label: 'Accept', onSelect: () => void acts.answer(row, 'accepted') },
    { label: 'Reject', onSelect: () => void acts.answer(row, 'rejected') },
  ]
  const offered = {
    own: [],
    public: [],
    pending: answers,
    accepted: answers.slice(1),
    rejected: answers.slice(0, 1),
  }[scope]
  return (
    <Menu
      label={`Actions for ${image.name ?? 'this image'}`}
      anchor={anchor}
      onClose={onClose}
      entries={[
        { label: 'Open', href: paths.image(image.id) },
        {
          id: 'copy',
          label: state === 'idle' ? 'Copy id' : COPY_WORDS[state],
          staysOpen: true,
          onSelect: copy,
        },
        ...offered,
        ...(image.own
          ? [entry('Add tag', 'tag'), entry('Share', 'share'), entry('Delete image', 'delete')]
          : []),
      ]}
    />
  )
}
