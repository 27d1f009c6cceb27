/** Rows of the store as imports leave them, for tests of the list. */
import type { Store } from '../store/store.ts'
import { searchText } from './rows.ts'
import type { JobState } from './states.ts'

export type ListedRow = {
  id: string
  projectId: string
  userId: string
  state: JobState
  imageName: string
  file: string | null
  imsJobId: string | null
  imageId: string | null
  submittedAt: number
  endedAt: number | null
}

const ROWS_AT_ONCE = 100

export function listedRow(number: number, changes: Partial<ListedRow> = {}): ListedRow {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    projectId: 'p1',
    userId: 'u1',
    state: 'succeeded',
    imageName: `image-${number}`,
    file: `ims-image:image-${number}.qcow2`,
    imsJobId: null,
    imageId: null,
    submittedAt: number,
    endedAt: number + 1,
    ...changes,
  }
}

export async function insertRows(db: Store, rows: readonly ListedRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await db
      .insertInto('job')
      .values(rows.slice(start, start + ROWS_AT_ONCE).map(toRow))
      .execute()
}

function toRow(row: ListedRow) {
  return {
    id: row.id,
    project_id: row.projectId,
    region_id: 'eu-de',
    user_id: row.userId,
    user_name: row.userId,
    state: row.state,
    version: 1,
    kind: row.file === null ? 'unknown' : 'data',
    image_name: row.imageName,
    request: 'null',
    file: row.file,
    search_text: searchText(row.imageName, row.file),
    ims_job_id: row.imsJobId,
    image_id: row.imageId,
    submitted_at: row.submittedAt,
    sent_at: row.submittedAt,
    ended_at: row.endedAt,
  }
}
