'use client'

import { useController } from 'react-hook-form'
import { Choices } from '@/components/form/Choices'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import type { EditControl } from './EditFields'
import { editId } from './edit-id'

type Props = { control: EditControl; isSaving: boolean }

const HELP = 'Servers that exist keep theirs.'
const OPTIONS = [
  { value: 'bios', label: 'BIOS' },
  { value: 'uefi', label: 'UEFI' },
] as const

export function EditBootMode({ control, isSaving }: Props) {
  const { field } = useController({ control, name: 'bootMode' })
  const id = editId('bootMode')
  return (
    <Field id={id} label="Boot mode" group help={HELP} message={undefined}>
      <Choices
        id={id}
        name="edit-boot-mode"
        value={field.value}
        options={OPTIONS}
        describedBy={describedBy(id, { help: HELP })}
        onChange={(mode) => {
          if (!isSaving) field.onChange(mode)
        }}
        onLeave={field.onBlur}
      />
    </Field>
  )
}
