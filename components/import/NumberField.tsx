'use client'

import type { ReactNode } from 'react'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import { NumberBox } from '@/components/form/NumberBox'
import { fieldId } from './fields'
import { useImportField } from './useImportField'

type Props = {
  name: 'minDiskGb' | 'minRamMb' | 'maxRamMb'
  label: string
  extra?: string
  help: ReactNode
  mark?: ReactNode
  note?: ReactNode
  range: { min: number; max: number }
  /** Steps go no lower, though less may be typed. */
  stepsFrom?: number | null
}

export function NumberField({ name, label, extra, help, mark, note, range, stepsFrom = null }: Props) {
  const { value, message, finding, readOnly, change, leave } = useImportField(name)
  const id = fieldId(name)
  return (
    <Field
      id={id}
      label={label}
      extra={extra}
      mark={mark}
      help={help}
      note={note}
      finding={finding}
      message={message}
    >
      <NumberBox
        id={id}
        value={value}
        range={range}
        stepsFrom={stepsFrom}
        readOnly={readOnly}
        isWrong={message !== undefined}
        describedBy={describedBy(id, { extra, mark, help, note, finding, message })}
        onChange={change}
        onLeave={leave}
      />
    </Field>
  )
}
