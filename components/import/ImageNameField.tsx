'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { Icon } from '@/components/elements/Icon'
import type { ImportDraft } from '@/lib/import/draft'
import { suggestedName } from './suggested-name'
import { TextField } from './TextField'

export function ImageNameField() {
  const { control } = useFormContext<ImportDraft>()
  const [imageFile, imageName] = useWatch({ control, name: ['imageFile', 'imageName'] })
  const isFromFile = imageName !== '' && imageName === suggestedName(imageFile)
  return (
    <TextField
      name="imageName"
      label="Image name"
      help="1 to 128 characters: a to z, A to Z, digits, spaces inside, and - . _"
      mark={
        isFromFile ? (
          <>
            <Icon name="file" size={13} />
            From file name
          </>
        ) : null
      }
    />
  )
}
