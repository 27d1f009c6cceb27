'use client'

import { useController } from 'react-hook-form'
import { Choices } from '@/components/form/Choices'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import type { EditControl } from './EditFields'
import { editId } from './edit-id'

type Props = { control: EditControl; isSaving: boolean }

const HELP = 'While it is on, nobody can delete the image.'
const OPTIONS = [
  { value: 'off', label: 'Off' },
  { value: 'on', label: 'On' },
] as const

export function EditProtection({ control, isSaving }: Props) {
  const { field } = useController({ control, name: 'isProtected' })
  const id = editId('isProtected')
  return (
    <Field id={id} label="Delete protection" group help={HELP} message={undefined}>
      <Choices
        id={id}
        name="edit-protection"
        value={field.value === null ? null : field.value ? 'on' : 'off'}
        options={OPTIONS}
        describedBy={describedBy(id, { help: HELP })}
        onChange={(word) => {
          if (!isSaving) field.onChange(word === 'on')
        }}
        onLeave={field.onBlur}
      />
    </Field>
  )
}
