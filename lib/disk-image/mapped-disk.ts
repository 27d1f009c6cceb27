/** The virtual disk of a format that keeps it in chunks (clusters, grains, blocks), each found through tables. */
import { smaller } from './fields.ts'
import type { Medium, Unread } from './medium.ts'
import { isUnread } from './medium.ts'

/**
 * Where the bytes from one virtual address on are: in the file from `at`, nowhere (they read as zeros), or here
 * already, unpacked. `length` is how far this holds.
 */
export type Place =
  | { kind: 'stored'; at: bigint; length: bigint }
  | { kind: 'zeros'; length: bigint }
  | { kind: 'unpacked'; bytes: Uint8Array }

export type Locate = (offset: bigint) => Promise<Place | Unread>

/** Reads of a disk are at most this long, so that small chunks cannot make one read a long walk. */
const MAX_READ_BYTES = 128 * 1024

export function mappedDisk(file: Medium, sizeBytes: bigint, locate: Locate): Medium {
  return {
    sizeBytes,
    async read(offset, length) {
      if (offset < 0n || offset + BigInt(length) > sizeBytes) return 'past-end'
      if (length > MAX_READ_BYTES) return 'budget'
      const bytes = new Uint8Array(length)
      let filled = 0
      while (filled < length) {
        const place = await locate(offset + BigInt(filled))
        if (typeof place === 'string') return place
        const piece = await take(file, place, length - filled)
        if (isUnread(piece)) return piece
        if (piece.length === 0) return 'damaged'
        bytes.set(piece, filled)
        filled += piece.length
      }
      return bytes
    },
  }
}

async function take(file: Medium, place: Place, wanted: number): Promise<Uint8Array | Unread> {
  if (place.kind === 'unpacked') return place.bytes.subarray(0, wanted)
  const length = Number(smaller(place.length, BigInt(wanted)))
  if (place.kind === 'zeros') return new Uint8Array(length)
  const piece = await file.read(place.at, length)
  return piece === 'past-end' ? 'cut' : piece
}

/** An entry of a table in the file. Outside the file it is a cut, not an end. */
export async function tableEntry(file: Medium, at: bigint, length: number): Promise<Uint8Array | Unread> {
  const piece = await file.read(at, length)
  return piece === 'past-end' ? 'cut' : piece
}
