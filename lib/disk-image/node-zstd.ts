/** Zstandard by Node's own zlib, for the server and the command line. */
import { constants, createZstdDecompress } from 'node:zlib'
import type { Decompress } from './unpack.ts'

/** 8 MiB, the widest window of zstd's ordinary levels; the input could ask for 128 MiB of memory otherwise. */
const MAX_WINDOW_LOG = 23

/** Gives what was unpacked before the end, before bytes that are no Zstandard, or up to `maxBytes`. Never rejects. */
export const nodeZstd: Decompress = (input, maxBytes) =>
  new Promise((resolve) => {
    const stream = createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG } })
    const pieces: Uint8Array[] = []
    let total = 0
    const finish = () => {
      stream.destroy()
      const whole = new Uint8Array(Math.min(total, maxBytes))
      let at = 0
      for (const piece of pieces) {
        const wanted = piece.subarray(0, whole.length - at)
        whole.set(wanted, at)
        at += wanted.length
      }
      resolve(whole)
    }
    stream.on('data', (piece: Uint8Array) => {
      pieces.push(piece)
      total += piece.length
      if (total >= maxBytes) finish()
    })
    stream.on('end', finish)
    stream.on('error', finish)
    stream.end(input)
  })
