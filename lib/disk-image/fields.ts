/**
 * Fields of fixed places in a header. Bytes past the end count as 0, so that no header can make these throw: whoever
 * reads a header compares its length first. Sizes and addresses of 64 bits are bigint until they are checked.
 */

/** Longest piece of text taken from a file. */
const MAX_TEXT = 255

export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0

export const be16 = (bytes: Uint8Array, at: number): number =>
  byteAt(bytes, at) * 0x100 + byteAt(bytes, at + 1)
export const le16 = (bytes: Uint8Array, at: number): number =>
  byteAt(bytes, at + 1) * 0x100 + byteAt(bytes, at)
export const be32 = (bytes: Uint8Array, at: number): number => be16(bytes, at) * 0x10000 + be16(bytes, at + 2)
export const le32 = (bytes: Uint8Array, at: number): number => le16(bytes, at + 2) * 0x10000 + le16(bytes, at)
export const be64 = (bytes: Uint8Array, at: number): bigint =>
  (BigInt(be32(bytes, at)) << 32n) | BigInt(be32(bytes, at + 4))
export const le64 = (bytes: Uint8Array, at: number): bigint =>
  (BigInt(le32(bytes, at + 4)) << 32n) | BigInt(le32(bytes, at))

/** Whether these bytes stand there. A magic is given as text whose characters are the bytes. */
export function has(bytes: Uint8Array, at: number, magic: string): boolean {
  if (at < 0 || at + magic.length > bytes.length) return false
  for (let i = 0; i < magic.length; i += 1) if (bytes[at + i] !== magic.charCodeAt(i)) return false
  return true
}

export const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)

/** "514649fb": how evidence shows bytes. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const utf8 = new TextDecoder('utf-8')
const utf16le = new TextDecoder('utf-16le')
const utf16be = new TextDecoder('utf-16be')

/** Untrusted text: ends at the first NUL, without control characters, line breaks and direction marks, shortened. */
export const cleanText = (text: string): string =>
  (text.split('\0', 1)[0] ?? '')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\ufffd]/gu, '')
    .trim()
    .slice(0, MAX_TEXT)

export const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  cleanText(utf8.decode(bytes.subarray(at, at + length)))

export const utf16leAt = (bytes: Uint8Array, at: number, length: number): string =>
  cleanText(utf16le.decode(bytes.subarray(at, at + length)))

export const utf16beAt = (bytes: Uint8Array, at: number, length: number): string =>
  cleanText(utf16be.decode(bytes.subarray(at, at + length)))

/** A magic or a label of single bytes, as it stands. */
export const latin1At = (bytes: Uint8Array, at: number, length: number): string =>
  Array.from(bytes.subarray(at, at + length), (byte) => String.fromCharCode(byte)).join('')

/** A GUID as people write it. Its first three parts are little-endian on disk (UEFI 2.10, appendix A). */
export function guidAt(bytes: Uint8Array, at: number): string {
  const part = (from: number, length: number, turned: boolean) => {
    // A copy by all means: the slice of a Node Buffer is a view, and turning it would turn the file's own bytes.
    const piece = Uint8Array.from(bytes.subarray(at + from, at + from + length))
    return hex(turned ? piece.reverse() : piece)
  }
  return [part(0, 4, true), part(4, 2, true), part(6, 2, true), part(8, 2, false), part(10, 6, false)]
    .join('-')
    .toUpperCase()
}

export const isPowerOfTwo = (value: number): boolean =>
  Number.isSafeInteger(value) && value > 0 && Number.isInteger(Math.log2(value))

export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)
export const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b)
export const ceilDivide = (value: bigint, by: bigint): bigint => (value + by - 1n) / by
