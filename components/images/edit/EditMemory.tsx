'use client'

import { useController, useFormState } from 'react-hook-form'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import { NumberBox } from '@/components/form/NumberBox'
import type { EditControl } from './EditFields'
import { editId } from './edit-id'

type Props = {
  control: EditControl
  isSaving: boolean
  name: 'minRamMb' | 'maxRamMb'
  label: string
  help: string
  range: { min: number; max: number }
}

export function EditMemory({ control, isSaving, name, label, help, range }: Props) {
  const { field } = useController({ control, name })
  const { errors } = useFormState({ control })
  const message = errors[name]?.message
  const id = editId(name)
  return (
    <Field id={id} label={label} extra="optional" help={help} message={message}>
      <NumberBox
        id={id}
        value={field.value}
        range={range}
        readOnly={isSaving}
        isWrong={message !== undefined}
        describedBy={describedBy(id, { extra: true, help, message })}
        onChange={field.onChange}
        onLeave={field.onBlur}
      />
    </Field>
  )
}
