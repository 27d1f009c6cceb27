'use client'

import { useTimeZone } from '@/components/elements/clock'
import type { FileFacts } from '@/components/preflight/reading'
import { formatBytes } from '@/lib/format/bytes'
import { absoluteTime } from '@/lib/format/time'
import { wordFor } from '@/lib/preflight/storage-words'

type Props = { object: NonNullable<FileFacts['object']> }

/** "3.12 GiB · Standard · changed 25 Nov 2026, 13:41" */
export function FileNote({ object: { sizeBytes, storageClass, changedAt } }: Props) {
  const timeZone = useTimeZone()
  return (
    <>
      {formatBytes(sizeBytes)} · {wordFor(storageClass)} · changed {absoluteTime(changedAt, timeZone)}
    </>
  )
}
