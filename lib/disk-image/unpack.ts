/**
 * Unpacking with a bounded output. The browser's DecompressionStream does not do for this: it gives nothing for
 * input that is cut off or followed by other bytes, and both are normal here (a cluster's length is rounded up to
 * whole sectors, an archive's first pages end anywhere). So deflate is undone by inflate.ts, alike on server and
 * browser. Zstandard is only in Node's zlib: whoever runs there passes it in, and without it the answers that need
 * it are "unknown".
 */
import { inflate } from './inflate.ts'

/** What of `input` can be unpacked, at most `maxBytes`; empty where nothing can. Never rejects. */
export type Decompress = (input: Uint8Array, maxBytes: number) => Promise<Uint8Array>

export type Unpack = {
  deflateRaw(input: Uint8Array, maxBytes: number): Uint8Array
  zlib(input: Uint8Array, maxBytes: number): Uint8Array
  gzip(input: Uint8Array, maxBytes: number): Uint8Array
  /** Null where this machine cannot. */
  zstd: Decompress | null
}

const ZLIB_HEADER_BYTES = 2
const GZIP_HEADER_BYTES = 10
/** gzip's flags (RFC 1952, section 2.3.1). */
const GZIP_HEADER_CRC = 2
const GZIP_EXTRA = 4
const GZIP_NAME = 8
const GZIP_COMMENT = 16

export const unpackWith = (zstd: Decompress | null): Unpack => ({
  deflateRaw: inflate,
  zlib: (input, maxBytes) => inflate(input.subarray(ZLIB_HEADER_BYTES), maxBytes),
  gzip: (input, maxBytes) => inflate(input.subarray(gzipHeaderBytes(input)), maxBytes),
  zstd,
})

function gzipHeaderBytes(input: Uint8Array): number {
  const flags = input[3] ?? 0
  let at = GZIP_HEADER_BYTES
  if (flags & GZIP_EXTRA) at += 2 + (input[at] ?? 0) + (input[at + 1] ?? 0) * 0x100
  for (const text of [GZIP_NAME, GZIP_COMMENT]) {
    if (!(flags & text)) continue
    const end = input.indexOf(0, at)
    at = end === -1 ? input.length : end + 1
  }
  return flags & GZIP_HEADER_CRC ? at + 2 : at
}
