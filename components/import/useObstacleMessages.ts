'use client'

import { useEffect, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Finding } from '@/lib/disk-image/findings/finding'
import type { ImportDraft } from '@/lib/import/draft'
import { type FieldName, fieldId } from './fields'
import { fieldOf } from './known-findings'

/**
 * What stands in the way shows at its field as soon as it is known, and goes when it does. A field is not judged
 * while it is typed in, nor before it holds anything.
 */
export function useObstacleMessages(form: UseFormReturn<ImportDraft>, blocking: readonly Finding[]): void {
  const shown = useRef<readonly FieldName[]>([])
  const inTheWay = JSON.stringify(blocking.map(({ id, field, title, why }) => [id, field, title, why]))

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when what stands in the way is another.
  useEffect(() => {
    // The form library's messages, which its resolver makes of what is known of the file.
    const fields = blocking.map(fieldOf)
    const concerned = new Set([...shown.current, ...fields])
    shown.current = fields
    const { activeElement } = document
    const judged = [...concerned].filter(
      (name) => activeElement?.id !== fieldId(name) && form.getValues(name) !== '',
    )
    if (judged.length > 0) void form.trigger(judged)
  }, [inTheWay])
}
