/** The unsent rows, kept in this browser for each project. Where storage fails, they live as long as the page. */
import { browserStorage } from '../draft-storage'
import { type Batch, batch, NO_BATCH } from './batch-state'

type BatchStorage = ReturnType<typeof browserStorage>

const keyOf = (projectId: string) => `slipway.import-batch.${projectId}`

export function readBatchRows(projectId: string, storage: BatchStorage = browserStorage()): Batch {
  try {
    const text = storage.getItem(keyOf(projectId))
    const parsed = text === null ? null : batch.safeParse(JSON.parse(text))
    return parsed?.success ? parsed.data : NO_BATCH
  } catch {
    // Storage refused, or no JSON: the same as no rows.
    return NO_BATCH
  }
}

export function writeBatchRows(
  projectId: string,
  kept: Batch,
  storage: BatchStorage = browserStorage(),
): void {
  try {
    if (kept.rows.length === 0) storage.removeItem(keyOf(projectId))
    else storage.setItem(keyOf(projectId), JSON.stringify(kept))
  } catch {
    // Storage refused or full: no reason to disturb anybody who types.
  }
}
