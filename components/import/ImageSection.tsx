'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import type { ImportDraft } from '@/lib/import/draft'
import { DescriptionField } from './DescriptionField'
import { FormSection } from './FormSection'
import { ImageNameField } from './ImageNameField'
import { OperatingSystemField } from './OperatingSystemField'
import { TagsField } from './TagsField'

export function ImageSection() {
  const { control } = useFormContext<ImportDraft>()
  const [kind, madeFor, quickImport] = useWatch({ control, name: ['kind', 'madeFor', 'quickImport'] })
  return (
    <FormSection id="image" title="Image">
      <ImageNameField />
      {kind === 'system' ? (
        <OperatingSystemField required={madeFor === 'iso-installer' || quickImport} />
      ) : null}
      <DescriptionField />
      <TagsField />
    </FormSection>
  )
}
