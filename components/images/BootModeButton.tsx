'use client'

import { Button } from '@mantine/core'
import { passFocusOn } from '@/components/elements/focus'
import { useUnderWay } from '@/components/elements/useUnderWay'
import { sayFailed } from '@/components/told/said'
import { editableOf } from '@/lib/images/edit'
import type { ImageView } from '@/lib/images/view'
import { notDoneLine } from './acting/problem-line'
import { useSaveImage } from './edit/useSaveImage'

type Props = { image: ImageView; mode: 'bios' | 'uefi' }

const toHeading = passFocusOn()

/** Changes the boot mode in place, with an undo. */
export function BootModeButton({ image, mode }: Props) {
  const save = useSaveImage(image)
  const { isUnderWay: isSaving, start } = useUnderWay()
  const word = mode.toUpperCase()

  const change = () =>
    start(async () => {
      const seen = editableOf(image)
      const acted = await save(seen, { ...seen, bootMode: mode }, `Boot mode is now ${word}`)
      if (!acted.ok) sayFailed(notDoneLine('The boot mode was not changed', acted.error))
      else if (acted.value.outcome === 'conflict')
        sayFailed('The boot mode was not changed: somebody else has just changed it.')
    })
  return (
    <Button ref={toHeading} size="xs" aria-disabled={isSaving} onClick={change}>
      {isSaving ? 'Changing…' : `Change to ${word}`}
    </Button>
  )
}
