import type { ByteSource } from './byte-source.ts'

/** A file chosen or dropped in the browser. Only the ranges that are asked for are read; nothing is uploaded. */
export function browserFile(file: Blob): ByteSource {
  return {
    sizeBytes: file.size,
    async read(offset, length, signal) {
      signal?.throwIfAborted()
      return new Uint8Array(await file.slice(offset, offset + length).arrayBuffer())
    },
  }
}
