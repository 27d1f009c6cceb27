/**
 * Does the file end before its tables say? An upload that stopped early leaves entries that point past the end.
 * Looked at: the first table, and the second table that lies farthest into the file, since converters write in order.
 */
import type { Fact } from '../inspection.ts'
import { isUnread, type Medium, type Unread } from '../medium.ts'
import { fact } from './reading.ts'

/** How much of one table is looked through. */
const CHECKED_TABLE_BYTES = 64 * 1024
const L1_ENTRY_BYTES = 8

export type TwoLevels = {
  l1At: bigint
  l1Bytes: number
  /** Where the second table of an entry lies; 0 for none. */
  l2Of: (l1: Uint8Array, at: number) => bigint
  l2Bytes: number
  l2EntryBytes: number
  /** Where the data of an entry begins; 0 for none. */
  dataOf: (l2: Uint8Array, at: number) => bigint
}

export async function twoLevelEnd(file: Medium, levels: TwoLevels): Promise<Fact[] | Unread> {
  const { l1At, l1Bytes, l2Of, l2Bytes, l2EntryBytes, dataOf } = levels
  const pastEnd = (entryAt: bigint, what: string, target: bigint) => [
    fact('truncated', { offset: entryAt, value: `${what} lies at ${target}, past the end.` }),
  ]
  const l1 = await file.read(l1At, Math.min(l1Bytes, CHECKED_TABLE_BYTES))
  if (isUnread(l1)) return l1
  let farthest = 0n
  for (let at = 0; at < l1.length; at += L1_ENTRY_BYTES) {
    const l2At = l2Of(l1, at)
    if (l2At >= file.sizeBytes) return pastEnd(l1At + BigInt(at), 'A table', l2At)
    if (l2At > farthest) farthest = l2At
  }
  if (farthest === 0n) return []
  if (file.sizeBytes - farthest < BigInt(l2Bytes))
    return [fact('truncated', { offset: farthest, value: 'The file ends inside a table.' })]
  const l2 = await file.read(farthest, Math.min(l2Bytes, CHECKED_TABLE_BYTES))
  if (isUnread(l2)) return l2
  for (let at = 0; at < l2.length; at += l2EntryBytes) {
    const dataAt = dataOf(l2, at)
    if (dataAt >= file.sizeBytes) return pastEnd(farthest + BigInt(at), 'A cluster', dataAt)
  }
  return []
}
