'use client'

import { useController } from 'react-hook-form'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import { TagsBox } from '@/components/form/TagsBox'
import { useSession } from '@/components/shell/SessionContext'
import type { EditControl } from './EditFields'
import { editId } from './edit-id'

type Props = { control: EditControl; isSaving: boolean; extra: string }

const HELP = {
  ims: 'Write key.value or key=value. Enter or a comma adds the tag.',
  glance: 'Enter or a comma adds the tag.',
} as const

export function EditTags({ control, isSaving, extra }: Props) {
  const { field, fieldState } = useController({ control, name: 'tags' })
  const help = HELP[useSession().imageApi]
  const message = fieldState.error?.message
  const id = editId('tags')
  return (
    <Field id={id} label="Tags" extra={extra} help={help} message={message}>
      <TagsBox
        id={id}
        value={field.value}
        readOnly={isSaving}
        isWrong={message !== undefined}
        describedBy={describedBy(id, { extra, help, message })}
        onChange={field.onChange}
        onLeave={field.onBlur}
      />
    </Field>
  )
}
