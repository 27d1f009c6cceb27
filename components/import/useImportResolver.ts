'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FieldErrors, Resolver } from 'react-hook-form'
import type { ImportDraft } from '@/lib/import/draft'
import { importRequest } from '@/lib/import/schema'
import type { FieldName } from './fields'
import { fieldOf, knownObstacles, messageOf } from './known-findings'
import type { FormChoices } from './useFormChoices'

/** What server or IMS said of a field. It stands for as long as the value it was said of. */
type Verdict = { field: FieldName; message: string; value: string }

export type Verdicts = {
  add: (problems: readonly { field: FieldName; message: string }[], draft: ImportDraft) => void
  clear: () => void
}

const schemaResolver = zodResolver(importRequest, undefined, { raw: true })

/** The schema's rules, with what the file and the server have said laid over them; a field's own rule goes first. */
export function useImportResolver(choices: FormChoices): {
  resolver: Resolver<ImportDraft>
  verdicts: Verdicts
} {
  const queryClient = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form takes one resolver for its life, and `now` is asked at each judgement.
  return useMemo(() => {
    let standing: Verdict[] = []
    const resolver: Resolver<ImportDraft> = async (values, context, options) => {
      const judged = await schemaResolver(values, context, options)
      const errors: FieldErrors<ImportDraft> = {}
      for (const finding of knownObstacles(queryClient, values, choices.now().sendAnyway)) {
        errors[fieldOf(finding)] ??= { type: 'preflight', message: messageOf(finding) }
      }
      for (const { field, message, value } of standing) {
        if (JSON.stringify(values[field]) === value) errors[field] = { type: 'server', message }
      }
      return Object.keys(errors).length > 0 ? { values: {}, errors: { ...errors, ...judged.errors } } : judged
    }
    const verdicts: Verdicts = {
      add: (problems, draft) => {
        standing = problems.map((problem) => ({ ...problem, value: JSON.stringify(draft[problem.field]) }))
      },
      clear: () => {
        standing = []
      },
    }
    return { resolver, verdicts }
  }, [])
}
