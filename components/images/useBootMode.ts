'use client'

import { sayFailed } from '@/components/told/said'
import { editableOf } from '@/lib/images/edit'
import type { ImageView } from '@/lib/images/view'
import { problemLine } from './acting/problem-line'
import { useSaveImage } from './edit/useSaveImage'

/** Changes the boot mode in place, with an undo. */
export function useBootMode(image: ImageView): (mode: 'bios' | 'uefi') => void {
  const save = useSaveImage(image)
  return async (mode) => {
    const seen = editableOf(image)
    const acted = await save(seen, { ...seen, bootMode: mode }, `Boot mode is now ${mode.toUpperCase()}`)
    if (!acted.ok) sayFailed(`The boot mode was not changed. ${problemLine(acted.error)}`)
    else if (acted.value.outcome === 'conflict')
      sayFailed('The boot mode was not changed: somebody else has just changed it.')
  }
}
