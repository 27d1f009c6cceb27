import type { Piece } from '../demo-bucket/partition-tables.ts'

/** The blocks of a disk that hold anything but zeros, by their number; each of `blockBytes`. */
export function blocksOf(pieces: readonly Piece[], blockBytes: number): Map<number, Buffer> {
  const blocks = new Map<number, Buffer>()
  for (const { at, bytes } of pieces) {
    for (let done = 0; done < bytes.length; ) {
      const place = at + done
      const within = place % blockBytes
      const part = bytes.subarray(done, done + blockBytes - within)
      done += part.length
      if (part.every((byte) => byte === 0)) continue
      const number = Math.floor(place / blockBytes)
      const block = blocks.get(number) ?? Buffer.alloc(blockBytes)
      part.copy(block, within)
      blocks.set(number, block)
    }
  }
  return new Map([...blocks].sort(([a], [b]) => a - b))
}
