/**
 * The file as a medium with a price: pages of 64 KiB are fetched once and kept, and there is an end to how many
 * reads and bytes an inspection may cost, however the file's own tables send it about. A read beyond that gives
 * 'budget', and whatever needed it is answered with "unknown".
 */
import type { ByteSource } from './byte-source.ts'
import type { Medium } from './medium.ts'

const KIB = 1024
export const PAGE_BYTES = 64 * KIB
/** An object of up to this size is read whole in one go: a second request would cost more than the bytes. */
const WHOLE_FILE_BYTES = 320 * KIB
/** Holds every magic, the ISO descriptors, VHDX headers and region table, MBR, GPT, most first tables. */
export const HEAD_BYTES = 256 * KIB
/** More than any one question needs: a compressed cluster of 2 MiB is answered with 'budget'. */
const MAX_READ_BYTES = 256 * KIB

export type Cost = { count: number; bytes: number }
/** An inspection's price, whatever the size of the file. */
export const INSPECTION_LIMITS: Cost = { count: 8, bytes: 1024 * KIB }

export interface BudgetedFile extends Medium {
  /** What the source was asked so far. */
  readonly spent: Readonly<Cost>
  /** The first bytes of the file in one read, all of it when it is small. */
  head(): Promise<Uint8Array>
  /** Fetches the last 64 KiB in one read, if they are not here yet. */
  fetchTail(): Promise<void>
}

/** Rejects only where the source does. */
export function withReadBudget(source: ByteSource, limits: Cost, signal?: AbortSignal): BudgetedFile {
  const pages = new Map<number, Uint8Array>()
  const spent = { count: 0, bytes: 0 }
  const size = source.sizeBytes

  /** Takes [start, end) from the source, both at page boundaries or the end of the file. */
  async function fetchPages(start: number, end: number): Promise<boolean> {
    if (spent.count + 1 > limits.count || spent.bytes + (end - start) > limits.bytes) return false
    spent.count += 1
    spent.bytes += end - start
    const bytes = (await source.read(start, end - start, signal)).subarray(0, end - start)
    for (let at = start; at < end; at += PAGE_BYTES)
      pages.set(at / PAGE_BYTES, bytes.subarray(at - start, Math.min(at + PAGE_BYTES, end) - start))
    return true
  }

  /** Fetches what is missing of [start, end), neighbours together. */
  async function ensure(start: number, end: number): Promise<boolean> {
    const last = Math.floor((end - 1) / PAGE_BYTES)
    let page = Math.floor(start / PAGE_BYTES)
    while (page <= last) {
      if (pages.has(page)) {
        page += 1
        continue
      }
      const first = page
      while (page <= last && !pages.has(page)) page += 1
      if (!(await fetchPages(first * PAGE_BYTES, Math.min(page * PAGE_BYTES, size)))) return false
    }
    return true
  }

  /** Null where the source gave less than it promised: the file is shorter than was said. */
  function assemble(start: number, length: number): Uint8Array | null {
    const pageOf = (at: number) => pages.get(Math.floor(at / PAGE_BYTES)) ?? new Uint8Array()
    const inPage = start % PAGE_BYTES
    if (inPage + length <= pageOf(start).length) return pageOf(start).subarray(inPage, inPage + length)
    const whole = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const piece = pageOf(start + filled).subarray((start + filled) % PAGE_BYTES)
      if (piece.length === 0) return null
      const wanted = piece.subarray(0, length - filled)
      whole.set(wanted, filled)
      filled += wanted.length
      if (filled < length && (start + filled) % PAGE_BYTES !== 0) return null
    }
    return whole
  }

  return {
    sizeBytes: BigInt(size),
    spent,
    async head() {
      const length = size <= WHOLE_FILE_BYTES ? size : HEAD_BYTES
      if (length === 0 || !(await ensure(0, length))) return new Uint8Array()
      return assemble(0, length) ?? pages.get(0) ?? new Uint8Array()
    },
    async fetchTail() {
      if (size > 0) await ensure(Math.max(0, size - PAGE_BYTES), size)
    },
    async read(offset, length) {
      if (length <= 0) return new Uint8Array()
      if (offset < 0n || offset + BigInt(length) > BigInt(size)) return 'past-end'
      if (length > MAX_READ_BYTES) return 'budget'
      const start = Number(offset)
      if (!(await ensure(start, start + length))) return 'budget'
      return assemble(start, length) ?? 'cut'
    },
  }
}
