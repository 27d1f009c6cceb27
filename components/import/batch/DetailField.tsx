'use client'

import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { Column } from '@/lib/import/batch/columns'
import type { ImportDraft } from '@/lib/import/draft'

type Props = {
  column: Column
  draft: ImportDraft
  problem: string | undefined
  onChange: (field: keyof ImportDraft, value: string | boolean) => void
}

/** A field of a row that has no cell in the table. */
export function DetailField({ column, draft, problem, onChange }: Props) {
  const { field, label } = column
  const value = draft[field]
  if (typeof value === 'boolean')
    return (
      <Checkbox
        label={label}
        checked={value}
        error={problem}
        onChange={({ currentTarget }) => onChange(field, currentTarget.checked)}
      />
    )
  if (typeof value !== 'string') return null
  if (column.holds === 'choice')
    return (
      <NativeSelect
        label={label}
        value={value}
        error={problem}
        data={[...column.choices]}
        onChange={({ currentTarget }) => onChange(field, currentTarget.value)}
      />
    )
  return (
    <TextInput
      label={label}
      value={value}
      error={problem}
      onChange={({ currentTarget }) => onChange(field, currentTarget.value)}
    />
  )
}
