import type { ExplainedError } from '@/lib/cloud/explained-error'
import type { PreflightView } from '@/lib/preflight/view'

/** What is known of a file. One on this computer has no object, and no findings about one. */
export type FileFacts = Pick<PreflightView, 'object' | 'inspection' | 'hasBitmap' | 'objectFindings'>

/** How far the reading of a file has come. */
export type Reading =
  | { state: 'none' }
  | { state: 'reading' }
  /** No answer came: nothing is known of the file. */
  | { state: 'failed'; error: ExplainedError }
  | {
      state: 'read'
      facts: FileFacts
      /** Epoch milliseconds. */
      readAt: number
      /** The last attempt to look again failed: the facts are from before. */
      isStale: boolean
      /** When the file changed in the bucket after it had first been read here; epoch milliseconds. */
      changedAt: number | null
    }
