'use client'

import { useController } from 'react-hook-form'
import controls from '@/components/form/control.module.css'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import type { EditControl } from './EditFields'
import { editId } from './edit-id'

type Props = {
  control: EditControl
  isSaving: boolean
  name: 'name' | 'description'
  label: string
  extra?: string
  help?: string
  isLong?: boolean
  /** The length is told near this limit. */
  countTo?: number | undefined
  isFirst?: boolean
}

/** From here on the count is worth knowing; before, it is noise. */
const COUNTED_FROM = 0.88

export function EditText({ control, isSaving, name, label, extra, help, isLong, countTo, isFirst }: Props) {
  const { field, fieldState } = useController({ control, name })
  const message = fieldState.error?.message
  const count =
    countTo !== undefined && field.value.length >= countTo * COUNTED_FROM
      ? `${field.value.length} of ${countTo}`
      : null
  const id = editId(name)
  const shared = {
    id,
    ref: field.ref,
    value: field.value,
    readOnly: isSaving,
    autoComplete: 'off',
    'aria-invalid': message !== undefined,
    'aria-describedby': describedBy(id, { extra, help, mark: count, message }),
    onChange: field.onChange,
    onBlur: field.onBlur,
  }
  return (
    <Field id={id} label={label} extra={extra} help={help} mark={count} message={message}>
      {isLong ? (
        <textarea {...shared} className={`${controls.control} ${controls.area}`} rows={2} />
      ) : (
        <input
          {...shared}
          className={controls.control}
          autoCapitalize="none"
          spellCheck={false}
          {...(isFirst ? { 'data-autofocus': true } : {})}
        />
      )}
    </Field>
  )
}
