'use client'

import type { ReactNode } from 'react'
import { Choices } from '@/components/form/Choices'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import type { ImportDraft } from '@/lib/import/draft'
import { type FieldName, fieldId } from './fields'
import { useImportField } from './useImportField'

type ChoiceName = Extract<FieldName, 'kind' | 'bootMode' | 'madeFor' | 'architecture' | 'osType'>

type Props<Name extends ChoiceName> = {
  name: Name
  label: string
  options: readonly { value: ImportDraft[Name]; label: string }[]
  mark?: ReactNode
  help?: ReactNode
  note?: ReactNode
  onChange?: (value: ImportDraft[Name]) => void
}

export function ChoiceField<Name extends ChoiceName>({
  name,
  label,
  options,
  mark,
  help,
  note,
  onChange,
}: Props<Name>) {
  const { value, message, finding, change, leave } = useImportField(name)
  const id = fieldId(name)
  return (
    <Field
      id={id}
      label={label}
      group
      mark={mark}
      help={help}
      note={note}
      finding={finding}
      message={message}
    >
      <Choices
        id={id}
        name={name}
        value={value}
        options={options}
        isWrong={message !== undefined}
        describedBy={describedBy(id, { mark, help, note, finding, message })}
        onChange={(chosen) => {
          change(chosen)
          onChange?.(chosen)
        }}
        onLeave={leave}
      />
    </Field>
  )
}
