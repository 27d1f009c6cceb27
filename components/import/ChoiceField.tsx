'use client'

import type { ReactNode } from 'react'
import type { ImportDraft } from '@/lib/import/draft'
import classes from './ChoiceField.module.css'
import { Field } from './Field'
import { describedBy, type FieldName, fieldId, labelId } from './fields'
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

/** Two or three choices, all in sight. Radio buttons underneath, so arrow keys move between them. */
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
  return (
    <Field
      name={name}
      label={label}
      group
      mark={mark}
      help={help}
      note={note}
      finding={finding}
      message={message}
    >
      <div
        role="radiogroup"
        aria-labelledby={labelId(name)}
        aria-describedby={describedBy(name, { mark, help, note, finding, message })}
        className={options.length > 2 ? `${classes.choices} ${classes.wide}` : classes.choices}
        data-wrong={message !== undefined}
      >
        {options.map((option, index) => (
          <label key={option.value} className={classes.choice}>
            <input
              type="radio"
              // The first one carries the field's id: links of the problem summary lead to it.
              id={index === 0 ? fieldId(name) : undefined}
              className={classes.radio}
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => {
                change(option.value)
                onChange?.(option.value)
              }}
              onBlur={leave}
            />
            <span className={classes.face}>{option.label}</span>
          </label>
        ))}
      </div>
    </Field>
  )
}
