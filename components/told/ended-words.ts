import type { EndedImport } from '@/lib/jobs/unseen-view'
import { WORK_WORDS } from '@/lib/jobs/work'

/** "Import succeeded: debian-10-postgres", "Export failed: debian-10-postgres (IMG.1075)" */
export function endedTitle({ work, state, imageName, code }: EndedImport): string {
  if (state === 'succeeded') return `${WORK_WORDS[work].title} succeeded: ${imageName}`
  return `${WORK_WORDS[work].title} failed: ${imageName}${code ? ` (${code})` : ''}`
}
