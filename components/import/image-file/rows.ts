/** The rows of the list below the image file: what a place holds, and the ways out of it. */
import type { BucketListView, ObjectListView } from '@/lib/buckets/view'
import { formatImageFile, type ImageFilePlace, parseImageFile } from '@/lib/images/image-file'

export type Folder = Extract<ImageFilePlace, { kind: 'bucket' }>
type FileFacts = Pick<ObjectListView['files'][number], 'sizeBytes' | 'changedAt' | 'storageClass'>

/** A row that leads somewhere. `address` is what choosing it writes into the field. */
export type PlaceRow = { address: string; name: string } & (
  | { kind: 'up' | 'folder' }
  | { kind: 'bucket'; region: string | null }
  | ({ kind: 'file' } & FileFacts)
)
/** A row that does something to the list itself. */
export type ActRow = { kind: 'more' | 'retry'; name: string }

export type Row = PlaceRow | ActRow

/** Buckets whose name begins with the search come before those that only hold it. */
export function bucketRows(buckets: BucketListView['buckets'], search: string): PlaceRow[] {
  const wanted = search.toLowerCase()
  const beginning = buckets.filter(({ name }) => name.startsWith(wanted))
  const holding = buckets.filter(({ name }) => name.includes(wanted) && !name.startsWith(wanted))
  return [...beginning, ...holding].map(({ name, region }) => ({
    kind: 'bucket',
    name,
    region,
    address: formatImageFile({ bucket: name, key: '' }),
  }))
}

/** What of the pages begins with the prefix, each under its name in the folder. Each page's folders come first. */
export function folderRows(pages: readonly ObjectListView[], { bucket, prefix }: Folder): PlaceRow[] {
  const shown = (key: string) => ({
    name: key.slice(folderOf(prefix).length),
    address: formatImageFile({ bucket, key }),
  })
  return pages.flatMap(({ folders, files }): PlaceRow[] => [
    ...folders
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ kind: 'folder' as const, ...shown(key) })),
    ...files
      .filter(({ key }) => key.startsWith(prefix))
      .map(({ key, ...facts }) => ({ kind: 'file' as const, ...facts, ...shown(key) })),
  ])
}

/**
 * Whether the address leads to the file it was made of, in a form IMS takes. Others are shown, so that nobody looks
 * for them in vain.
 */
export function isTakable(address: string): boolean {
  const parsed = parseImageFile(address)
  return parsed.ok && formatImageFile(parsed.value) === address
}

/** The way out of the folder in which the prefix ends. */
export function rowUp({ bucket, prefix }: Folder): PlaceRow {
  const folder = folderOf(prefix)
  if (folder === '') return { kind: 'up', name: 'Back to buckets', address: '' }
  const parent = folderOf(folder.slice(0, -1))
  return {
    kind: 'up',
    name: `Up to ${parent === '' ? bucket : parent}`,
    address: formatImageFile({ bucket, key: parent }),
  }
}

/** The part up to the last slash, with it; empty at the top of the bucket. */
export function folderOf(prefix: string): string {
  return prefix.slice(0, prefix.lastIndexOf('/') + 1)
}

/** Whether what was read for one place holds all that another one needs, of the same folder or a page of it. */
export function covers(read: Folder, wanted: Folder): boolean {
  return (
    read.bucket === wanted.bucket &&
    folderOf(read.prefix) === folderOf(wanted.prefix) &&
    wanted.prefix.startsWith(read.prefix)
  )
}

/** "2 folders, 12 files", "1 bucket"; null for nothing. */
export function countWords(rows: readonly Row[]): string | null {
  const parts = [count(rows, 'bucket'), count(rows, 'folder'), count(rows, 'file')].filter(
    (part) => part !== null,
  )
  return parts.length > 0 ? parts.join(', ') : null
}

function count(rows: readonly Row[], kind: Row['kind']): string | null {
  const number = rows.filter((row) => row.kind === kind).length
  if (number === 0) return null
  return `${number} ${kind}${number === 1 ? '' : 's'}`
}

/** The id of a row in the document, by which the field names the active one. */
export const rowId = (listId: string, index: number) => `${listId}-${index}`
