'use client'

import type { Control } from 'react-hook-form'
import { DESCRIPTION_MAX, MEMORY_MB, TAGS_MAX } from '@/lib/cloud/rules'
import type { Editable, EditDraft } from '@/lib/images/edit'
import { EditBootMode } from './EditBootMode'
import { EditMemory } from './EditMemory'
import { EditProtection } from './EditProtection'
import { EditTags } from './EditTags'
import { EditText } from './EditText'

export type EditControl = Control<EditDraft, unknown, Editable>

type Props = {
  control: EditControl
  /** A data disk has none. */
  hasBootMode: boolean
  /** Plain Glance alone changes it. */
  mayProtect: boolean
  isSaving: boolean
}

export function EditFields({ control, hasBootMode, mayProtect, isSaving }: Props) {
  const common = { control, isSaving }
  return (
    <>
      <EditText
        {...common}
        name="name"
        label="Image name"
        help="1 to 128 characters: a to z, A to Z, digits, spaces inside, and - . _"
        isFirst
      />
      <EditText
        {...common}
        name="description"
        label="Description"
        extra="optional"
        countTo={DESCRIPTION_MAX}
      />
      <EditTags {...common} extra={`optional, up to ${TAGS_MAX}`} />
      <EditMemory
        {...common}
        name="minRamMb"
        label="Minimum memory (MB)"
        help="Empty for no limit. Servers with less are not offered it."
        range={MEMORY_MB}
      />
      <EditMemory
        {...common}
        name="maxRamMb"
        label="Maximum memory (MB)"
        help="Empty for no limit."
        range={MEMORY_MB}
      />
      {hasBootMode ? <EditBootMode {...common} /> : null}
      {mayProtect ? <EditProtection {...common} /> : null}
    </>
  )
}
