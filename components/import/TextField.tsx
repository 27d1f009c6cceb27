'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import controls from '@/components/form/control.module.css'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import type { ImportDraft } from '@/lib/import/draft'
import { type FieldName, fieldId } from './fields'
import { useImportField } from './useImportField'

/** Fields whose value is free text. */
type TextFieldName = {
  [Name in FieldName]: string extends ImportDraft[Name] ? Name : never
}[FieldName]

type Props = {
  name: TextFieldName
  label: string
  extra?: string
  help?: ReactNode
  mark?: ReactNode
  note?: ReactNode
  /** Ids, keys and addresses. */
  mono?: boolean
  placeholder?: string
  onChange?: (value: string, before: string) => void
  /** Before the value is judged, so that it may still be put into another form. */
  onLeave?: () => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
}

export function TextField({ name, label, extra, help, mark, note, mono = false, ...rest }: Props) {
  const { value, message, finding, readOnly, change, leave } = useImportField(name)
  return (
    <Field
      id={fieldId(name)}
      label={label}
      extra={extra}
      help={help}
      mark={mark}
      note={note}
      finding={finding}
      message={message}
    >
      <input
        id={fieldId(name)}
        className={mono ? `${controls.control} ${controls.mono}` : controls.control}
        placeholder={rest.placeholder}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={readOnly}
        value={value}
        aria-invalid={message !== undefined}
        aria-describedby={describedBy(fieldId(name), { extra, help, mark, note, finding, message })}
        onChange={(event) => {
          change(event.currentTarget.value)
          rest.onChange?.(event.currentTarget.value, value)
        }}
        onBlur={() => {
          rest.onLeave?.()
          leave()
        }}
        onKeyDown={rest.onKeyDown}
      />
    </Field>
  )
}
