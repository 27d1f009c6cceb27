'use client'

import { useEffect, useState } from 'react'
import { Dialog } from '@/components/elements/Dialog'
import type { ListedImage } from '@/lib/images/listed'
import { ActFrameContext } from './act-frame'
import { DeleteImages } from './DeleteImages'
import { focusCurrentRow } from './focus-current-row'
import type { ImageReader } from './ImageReader'
import type { RowAct } from './row-acts'
import { ShareImages } from './ShareImages'
import { TagImages } from './TagImages'

export type ActProps = {
  rows: readonly ListedImage[]
  reader: ImageReader
  onClose: () => void
}

type Props = ActProps & {
  act: RowAct
  isOpen: boolean
  /** What was typed and not sent, by act. It outlives the dialog. */
  drafts: Map<RowAct, string>
}

const PARTS = { delete: DeleteImages, tag: TagImages, share: ShareImages } as const

/**
 * What is asked before something is done to the images of a selection, and what became of each. While it is being done
 * the dialog stays: to close it asks to stop, and closes it once that is seen.
 */
export function ActDialog({ act, isOpen, drafts, rows, reader, onClose }: Props) {
  const [stop, setStop] = useState<(() => void) | null>(null)
  useEffect(() => {
    // The browser, which closes a dialog at the second Escape in a row, whatever the page says to that.
    if (!stop) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      stop()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [stop])
  useEffect(() => {
    // The document's focus: the row that opened the dialog may be gone with its image.
    if (!isOpen) focusCurrentRow()
  }, [isOpen])
  const Part = PARTS[act]
  return (
    <Dialog isOpen={isOpen} title={titleOf(act, rows.length)} onClose={stop ?? onClose}>
      <ActFrameContext
        value={{
          hold: (next) => setStop(() => next),
          draft: drafts.get(act) ?? '',
          keepDraft: (text) => drafts.set(act, text),
        }}
      >
        <Part rows={rows} reader={reader} onClose={onClose} />
      </ActFrameContext>
    </Dialog>
  )
}

function titleOf(act: RowAct, count: number): string {
  const what = count === 1 ? 'image' : 'images'
  return { delete: `Delete ${what}`, tag: `Tag ${what}`, share: `Share ${what}` }[act]
}
