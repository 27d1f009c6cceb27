'use client'

import { use } from 'react'
import { useController, useFormContext, useFormState } from 'react-hook-form'
import type { ImportDraft } from '@/lib/import/draft'
import { type FieldName, isFieldName } from './fields'
import { PreflightContext } from './PreflightContext'
import { SendingContext } from './SendingContext'

/**
 * One value of the form. It is judged when left; while typing only to let a message go as soon as it is mended.
 * Nothing changes while the form is being sent.
 */
export function useImportField<Name extends FieldName>(name: Name) {
  const { control, trigger } = useFormContext<ImportDraft>()
  const { field, fieldState } = useController({ control, name })
  const { errors } = useFormState({ control })
  const isSending = use(SendingContext)
  const { findingAt, onSet, onLeave } = use(PreflightContext)
  return {
    value: field.value,
    message: fieldState.error?.message,
    /** What the file says of the value, where that is no mistake. */
    finding: findingAt(name),
    readOnly: isSending,
    change: (value: ImportDraft[Name]) => {
      if (isSending) return
      onSet(name)
      field.onChange(value)
      // A choice can mend another field too, such as the operating system that only an ISO file needs.
      const wrong = Object.keys(errors).filter(isFieldName)
      if (wrong.length > 0) void trigger(wrong)
    },
    leave: () => {
      onLeave(name)
      field.onBlur()
    },
  }
}
