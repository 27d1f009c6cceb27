/** What is known of the file of a draft, wherever in the form it is asked for. */
import type { QueryClient } from '@tanstack/react-query'
import { preflightQuery } from '@/components/preflight/queries'
import type { Finding } from '@/lib/disk-image/findings/finding'
import { formatImageFile, parseImageFile } from '@/lib/images/image-file'
import type { ImportDraft } from '@/lib/import/draft'
import { findingRequestOf } from '@/lib/import/finding-request'
import { obstacles, preflightFindings } from '@/lib/preflight/findings'
import type { FieldName } from './fields'

/** `bucket:key`; null when the text is no whole address. */
export function addressIn(text: string): string | null {
  const parsed = parseImageFile(text)
  return parsed.ok ? formatImageFile(parsed.value) : null
}

/** What keeps the draft from being sent, by what was last read of its file; nothing when nothing was read. */
export function knownObstacles(
  queryClient: QueryClient,
  draft: ImportDraft,
  sendAnyway: readonly string[],
): Finding[] {
  const address = addressIn(draft.imageFile)
  const view = address === null ? undefined : queryClient.getQueryData(preflightQuery(address).queryKey)
  return view ? obstacles(preflightFindings(view, findingRequestOf(draft)), sendAnyway) : []
}

/** The field a finding is shown at: what belongs to none belongs to the file. */
export const fieldOf = ({ field }: Finding): FieldName => field ?? 'imageFile'

/** As the message of its field. Of a number the second sentence is the order: "Enter 41 or more. …". */
export const messageOf = ({ field, title, why }: Finding): string => (field === 'minDiskGb' ? why : title)
