import type { EndedImport } from '@/lib/jobs/unseen-view'

/** "Import succeeded: debian-10-postgres", "Import failed: debian-10-postgres (IMG.1075)" */
export function endedTitle({ state, imageName, code }: EndedImport): string {
  if (state === 'succeeded') return `Import succeeded: ${imageName}`
  return `Import failed: ${imageName}${code ? ` (${code})` : ''}`
}
