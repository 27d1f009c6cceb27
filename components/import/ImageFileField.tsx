'use client'

import { use, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { ImportDraft } from '@/lib/import/draft'
import { formatImageFile, parseImageFile } from '@/lib/import/image-file'
import { FileNote } from './FileNote'
import { PreflightContext } from './PreflightContext'
import { SendingContext } from './SendingContext'
import { suggestedName } from './suggested-name'
import { TextField } from './TextField'

const TAKEN = 'Put into the form bucket:file. Only bucket and file name were kept of the address.'

/**
 * The address of the file. On Enter or on leaving, it is put into the form IMS takes. An image name that nobody has
 * typed follows the file's with every change, and never later: the name field must not change under a person, or a
 * program, that has just gone to it.
 */
export function ImageFileField() {
  const { getValues, getFieldState, setValue } = useFormContext<ImportDraft>()
  const isSending = use(SendingContext)
  const { object, takeFile } = use(PreflightContext)
  /** What `bucket:key` was made from something else. */
  const [taken, setTaken] = useState<string | null>(null)

  const take = () => {
    if (isSending) return
    const { imageFile } = getValues()
    const parsed = parseImageFile(imageFile)
    if (!parsed.ok) return
    const address = formatImageFile(parsed.value)
    takeFile(address)
    if (imageFile === address) return
    setValue('imageFile', address, { shouldDirty: true })
    setTaken(imageFile.trim() === address ? null : address)
  }
  const nameAfterFile = (imageFile: string, before: string) => {
    setTaken(null)
    const { imageName } = getValues()
    const suggested = suggestedName(imageFile)
    if (imageName === suggested || (imageName !== '' && imageName !== suggestedName(before))) return
    setValue('imageName', suggested, {
      shouldDirty: true,
      shouldValidate: getFieldState('imageName').invalid,
    })
  }

  return (
    <TextField
      name="imageFile"
      label="Image file"
      help="Write bucket:file, or paste bucket/file, an obs:// or an https address."
      placeholder="Paste the file's address"
      mono
      note={object ? <FileNote object={object} /> : taken ? TAKEN : null}
      onChange={nameAfterFile}
      onLeave={take}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        take()
      }}
    />
  )
}
