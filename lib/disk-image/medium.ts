/**
 * Something with bytes at addresses: the file itself, or the virtual disk that a format describes. Both are read
 * the same way, so that what is inside a disk is told alike for a raw file and for a compressed qcow2.
 */
export interface Medium {
  readonly sizeBytes: bigint
  /** Exactly `length` bytes, or the reason why they cannot be had. Rejects only when the source itself fails. */
  read(offset: bigint, length: number): Promise<Uint8Array | Unread>
}

/**
 * Why bytes could not be had:
 * - `past-end`: the address lies outside this medium.
 * - `budget`: another read would cost more than an inspection may.
 * - `cut`: the file ends before the bytes that its own tables promise.
 * - `elsewhere`: another file holds them (backing file, parent disk, data file).
 * - `encrypted`: they are there, and unreadable.
 * - `packed`: they are compressed in a way that cannot be undone here.
 * - `damaged`: the tables that lead to them contradict themselves.
 * - `unreplayed`: a log in the file holds newer ones.
 */
export type Unread =
  | 'past-end'
  | 'budget'
  | 'cut'
  | 'elsewhere'
  | 'encrypted'
  | 'packed'
  | 'damaged'
  | 'unreplayed'

export const isUnread = <Piece extends object>(piece: Piece | Unread): piece is Unread =>
  typeof piece === 'string'

/** A part of a medium as a medium of its own, such as a fixed VHD without its footer. */
export function slice(medium: Medium, start: bigint, sizeBytes: bigint): Medium {
  return {
    sizeBytes,
    async read(offset, length) {
      if (offset < 0n || offset + BigInt(length) > sizeBytes) return 'past-end'
      const piece = await medium.read(start + offset, length)
      return piece === 'past-end' ? 'cut' : piece
    },
  }
}
