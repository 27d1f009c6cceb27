/**
 * Deflate (RFC 1951), undone in memory: stops at `maxBytes`, at the end of the stream or where the input makes no
 * sense, and gives what it has by then. Section numbers are the RFC's.
 */

/** Extra bits and first values of length codes 257 to 285 (3.2.5). */
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
]
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
/** The same for distance codes 0 to 29. */
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
]
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]
/** In which order the lengths of the code-length code are stored (3.2.7). */
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const MAX_CODE_BITS = 15
const END_OF_BLOCK = 256

/** A canonical Huffman code: how many codes have each length, and the symbols in the order of their codes (3.2.2). */
type Code = { counts: Uint16Array; symbols: Uint16Array }

/** Null where the lengths claim more codes than there are: no stream is made so. */
function codeOf(lengths: readonly number[]): Code | null {
  const counts = new Uint16Array(MAX_CODE_BITS + 1)
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1
  counts[0] = 0
  const starts = new Uint16Array(MAX_CODE_BITS + 2)
  let left = 1
  for (let bits = 1; bits <= MAX_CODE_BITS; bits += 1) {
    left = left * 2 - (counts[bits] ?? 0)
    if (left < 0) return null
    starts[bits + 1] = (starts[bits] ?? 0) + (counts[bits] ?? 0)
  }
  const symbols = new Uint16Array(lengths.length)
  lengths.forEach((length, symbol) => {
    if (length === 0) return
    const at = starts[length] ?? 0
    symbols[at] = symbol
    starts[length] = at + 1
  })
  return { counts, symbols }
}

const fixedLiterals = codeOf(
  Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
)
const fixedDistances = codeOf(Array.from({ length: 30 }, () => 5))

export function inflate(input: Uint8Array, maxBytes: number): Uint8Array {
  const out = new Uint8Array(maxBytes)
  let filled = 0
  let at = 0
  let held = 0
  let heldBits = 0
  let starved = false

  /** The next bits, lowest first; 0 and `starved` once the input is used up. */
  function bits(count: number): number {
    while (heldBits < count) {
      const next = input[at]
      if (next === undefined) {
        starved = true
        return 0
      }
      held |= next << heldBits
      at += 1
      heldBits += 8
    }
    const value = held & ((1 << count) - 1)
    held >>>= count
    heldBits -= count
    return value
  }

  /** The next symbol, or -1 where no code fits. */
  function symbol({ counts, symbols }: Code): number {
    let code = 0
    let first = 0
    let index = 0
    for (let length = 1; length <= MAX_CODE_BITS; length += 1) {
      code |= bits(1)
      if (starved) return -1
      const count = counts[length] ?? 0
      if (code - first < count) return symbols[index + code - first] ?? -1
      index += count
      first = (first + count) * 2
      code *= 2
    }
    return -1
  }

  /** 3.2.4. False ends the whole. */
  function stored(): boolean {
    held = 0
    heldBits = 0
    const length = (input[at] ?? 0) + (input[at + 1] ?? 0) * 0x100
    if ((input[at + 2] ?? 0) + (input[at + 3] ?? 0) * 0x100 !== (length ^ 0xffff)) return false
    const piece = input.subarray(at + 4, at + 4 + Math.min(length, maxBytes - filled))
    out.set(piece, filled)
    filled += piece.length
    at += 4 + length
    return piece.length === length
  }

  /** 3.2.7: the codes of a block with codes of its own. */
  function ownCodes(): [Code, Code] | null {
    const literals = bits(5) + 257
    const distances = bits(5) + 1
    const count = bits(4) + 4
    const order = CODE_LENGTH_ORDER.slice(0, count)
    const lengthsOfLengths = new Array<number>(CODE_LENGTH_ORDER.length).fill(0)
    for (const place of order) lengthsOfLengths[place] = bits(3)
    const lengthCode = codeOf(lengthsOfLengths)
    if (starved || !lengthCode) return null
    const lengths: number[] = []
    while (lengths.length < literals + distances) {
      const next = symbol(lengthCode)
      if (next < 0) return null
      if (next < 16) lengths.push(next)
      else {
        const repeated = next === 16 ? lengths.at(-1) : 0
        if (repeated === undefined) return null
        const times = next === 16 ? 3 + bits(2) : next === 17 ? 3 + bits(3) : 11 + bits(7)
        for (let i = 0; i < times; i += 1) lengths.push(repeated)
      }
    }
    const literalCode = codeOf(lengths.slice(0, literals))
    const distanceCode = codeOf(lengths.slice(literals, literals + distances))
    return literalCode && distanceCode ? [literalCode, distanceCode] : null
  }

  /** 3.2.3. False ends the whole. */
  function compressed(literals: Code, distances: Code): boolean {
    while (filled < maxBytes) {
      const next = symbol(literals)
      if (next < 0) return false
      if (next === END_OF_BLOCK) return true
      if (next < END_OF_BLOCK) {
        out[filled] = next
        filled += 1
        continue
      }
      const length = (LENGTH_BASE[next - 257] ?? 0) + bits(LENGTH_EXTRA[next - 257] ?? 0)
      const distanceSymbol = symbol(distances)
      const distance = (DISTANCE_BASE[distanceSymbol] ?? 0) + bits(DISTANCE_EXTRA[distanceSymbol] ?? 0)
      if (starved || length === 0 || distance === 0 || distance > filled) return false
      const end = Math.min(filled + length, maxBytes)
      for (; filled < end; filled += 1) out[filled] = out[filled - distance] ?? 0
    }
    return false
  }

  function block(): boolean {
    const last = bits(1) === 1
    const kind = bits(2)
    if (starved || kind === 3) return false
    if (kind === 0) return stored() && !last
    const own = kind === 2 ? ownCodes() : null
    const literals = kind === 1 ? fixedLiterals : own?.[0]
    const distances = kind === 1 ? fixedDistances : own?.[1]
    if (!literals || !distances) return false
    return compressed(literals, distances) && !last
  }

  while (filled < maxBytes && block());
  return out.subarray(0, filled)
}
