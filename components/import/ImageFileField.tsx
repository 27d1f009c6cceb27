'use client'

import { use, useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { ImportDraft } from '@/lib/import/draft'
import { formatImageFile, imageNameFromKey, parseImageFile } from '@/lib/import/image-file'
import { SendingContext } from './SendingContext'
import { suggestedName } from './suggested-name'
import { TextField } from './TextField'

/**
 * The address of the file. On Enter or on leaving it is put into the form IMS takes, and an image name that nobody
 * has typed follows the file's.
 */
export function ImageFileField() {
  const { getValues, getFieldState, setValue } = useFormContext<ImportDraft>()
  const isSending = use(SendingContext)
  const taken = useRef('')
  const [madeFrom, setMadeFrom] = useState<{ typed: string; address: string } | null>(null)

  const take = () => {
    if (isSending) return
    const { imageFile, imageName } = getValues()
    const parsed = parseImageFile(imageFile)
    if (!parsed.ok) return
    const address = formatImageFile(parsed.value)
    const typed = imageFile.trim()
    setMadeFrom((made) => (typed !== address ? { typed, address } : made?.address === address ? made : null))
    if (imageFile !== address) setValue('imageFile', address, { shouldDirty: true })
    const nobodyTypedIt = imageName === '' || imageName === suggestedName(taken.current)
    taken.current = address
    const name = imageNameFromKey(parsed.value.key)
    if (nobodyTypedIt && name !== '' && name !== imageName) {
      setValue('imageName', name, { shouldDirty: true, shouldValidate: getFieldState('imageName').invalid })
    }
  }

  return (
    <TextField
      name="imageFile"
      label="Image file"
      help="Write bucket:file, or paste bucket/file, an obs:// or an https address."
      placeholder="Paste the file's address"
      mono
      note={
        madeFrom ? 'Put into the form bucket:file. Only bucket and file name were kept of the address.' : null
      }
      onFocus={() => {
        taken.current = getValues('imageFile')
      }}
      onLeave={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        take()
      }}
    />
  )
}
