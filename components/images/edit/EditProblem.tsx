import type { Ref } from 'react'
import { ErrorBox } from '@/components/elements/ErrorBox'
import type { ActingProblem } from '@/lib/images/acting'
import type { EditableField } from '@/lib/images/edit'
import { actingError } from '../acting/acting-error'
import { FIELD_LABELS } from './field-words'

type Props = { problem: ActingProblem; ref: Ref<HTMLDivElement> }

/** Why the changes were not saved, and which of them were all the same. */
export function EditProblem({ problem, ref }: Props) {
  const error = actingError(problem)
  if (!error) return null
  const { saved = [], halfOfTags } = problem.reason === 'not-done' ? problem : {}
  return (
    <ErrorBox
      ref={ref}
      error={{
        ...error,
        title: saved.length > 0 || halfOfTags ? `Only a part was saved. ${error.title}` : error.title,
        cause:
          [savedWords(saved), halfOfTags ? HALF_WORDS[halfOfTags] : null, error.cause]
            .filter(Boolean)
            .join(' ') || null,
      }}
    />
  )
}

const HALF_WORDS = {
  set: 'New tags are there; those that were to go are there still.',
  removed: 'Tags that were to go are gone; the new ones are not there yet.',
} as const

function savedWords(saved: readonly EditableField[]): string | null {
  if (saved.length === 0) return null
  return `Saved: ${saved.map((field) => FIELD_LABELS[field]).join(', ')}. What is not saved is still in the form.`
}
