'use client'

import type { Control } from 'react-hook-form'
import { useSession } from '@/components/shell/SessionContext'
import { DESCRIPTION_MAX, MEMORY_MB } from '@/lib/cloud/rules'
import type { Editable, EditDraft } from '@/lib/images/edit'
import { EDIT_RULES, GLANCE_TEXT_MAX } from '@/lib/images/edit-rules'
import { EditBootMode } from './EditBootMode'
import { EditMemory } from './EditMemory'
import { EditProtection } from './EditProtection'
import { EditTags } from './EditTags'
import { EditText } from './EditText'

export type EditControl = Control<EditDraft, unknown, Editable>

type Props = {
  control: EditControl
  hasMemory: boolean
  /** There is another one to choose. */
  hasBootMode: boolean
  /** Plain Glance alone changes it. */
  mayProtect: boolean
  isSaving: boolean
}

const NAME_HELP = {
  ims: '1 to 128 characters: a to z, A to Z, digits, spaces inside, and - . _',
  glance: `1 to ${GLANCE_TEXT_MAX} characters.`,
} as const

export function EditFields({ control, hasMemory, hasBootMode, mayProtect, isSaving }: Props) {
  const { imageApi } = useSession()
  const common = { control, isSaving }
  return (
    <>
      <EditText {...common} name="name" label="Image name" help={NAME_HELP[imageApi]} isFirst />
      <EditText
        {...common}
        name="description"
        label="Description"
        extra="optional"
        isLong
        countTo={imageApi === 'ims' ? DESCRIPTION_MAX : undefined}
      />
      <EditTags {...common} extra={`optional, up to ${EDIT_RULES[imageApi].tags.max}`} />
      {hasMemory ? (
        <>
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
        </>
      ) : null}
      {hasBootMode ? <EditBootMode {...common} /> : null}
      {mayProtect ? <EditProtection {...common} /> : null}
    </>
  )
}
