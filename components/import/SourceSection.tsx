'use client'

import type { ReactNode } from 'react'
import { ChoiceField } from './ChoiceField'
import { FormSection } from './FormSection'
import { ImageFileField } from './ImageFileField'

const KINDS = [
  { value: 'system', label: 'System disk' },
  { value: 'data', label: 'Data disk' },
] as const

type Props = {
  /** Where the list of files opens. */
  bucket: string
  beside: ReactNode
}

export function SourceSection({ bucket, beside }: Props) {
  return (
    <FormSection id="source" title="Source" beside={beside}>
      <ChoiceField name="kind" label="Image type" options={KINDS} />
      <ImageFileField bucket={bucket} />
    </FormSection>
  )
}
