/** What a format's own file gives to the inspection. */
import type { Detail, Evidence, Fact, FactId, Format } from '../inspection.ts'
import type { Medium, Unread } from '../medium.ts'
import type { BudgetedFile } from '../read-budget.ts'
import type { Unpack } from '../unpack.ts'

export type FormatReading = {
  format: Format
  formatDetail: string | null
  virtualSizeBytes: bigint | null
  /** Where the minimum disk must hold more than the virtual size. */
  minDiskBytes?: bigint
  details: Detail[]
  facts: Fact[]
  /** The disk inside; why there is none to be read; or 'not-a-disk' (an archive, an installer). */
  disk: Medium | Unread | 'not-a-disk'
  /** Costs reads and can wait until the disk has been looked into: does the file end before its last table does? */
  checkEnd?: () => Promise<Fact[] | Unread>
  /** The header alone proves that the file is as long as it should be. */
  endSeen?: boolean
}

export type FormatParser = {
  /** Whether the first bytes of a file are this format's. Looks at content only, never at a name. */
  recognise?(head: Uint8Array): boolean
  /** The same for the last bytes, for formats that sign at the end. `tail` ends where the file ends. */
  recogniseTail?(tail: Uint8Array): boolean
  read(file: BudgetedFile, head: Uint8Array, unpack: Unpack): Promise<FormatReading>
}

type Where = {
  offset?: number | bigint
  bytes?: string
  value?: string | number | bigint
  where?: 'file' | 'disk'
}

/** An address beyond 2^53 is shown in the value only. */
const shownOffset = (offset: number | bigint | undefined): number | null =>
  offset === undefined || BigInt(offset) > BigInt(Number.MAX_SAFE_INTEGER) || BigInt(offset) < 0n
    ? null
    : Number(offset)

export function evidenceOf({ where = 'file', offset, bytes, value }: Where): Evidence {
  return {
    where,
    offset: shownOffset(offset),
    ...(bytes === undefined ? {} : { bytes }),
    ...(value === undefined ? {} : { value: String(value) }),
  }
}

export const fact = (id: FactId, where: Where): Fact => ({ id, evidence: evidenceOf(where) })

/** The format is known, and a field of its header is impossible: nothing further is believed. */
export const malformed = (
  format: Format,
  formatDetail: string | null,
  where: Where,
  others: Fact[] = [],
): FormatReading => ({
  format,
  formatDetail,
  virtualSizeBytes: null,
  details: [],
  facts: [...others, fact('malformed', where)],
  disk: 'damaged',
})

/** The file ends inside its own header. */
export const headerCut = (format: Format, fileBytes: bigint): FormatReading => ({
  format,
  formatDetail: null,
  virtualSizeBytes: null,
  details: [],
  facts: [fact('truncated', { offset: fileBytes, value: 'The file ends inside its header.' })],
  disk: 'cut',
})

/** JSON and JavaScript count exactly up to here; 8 PiB is more than any of the formats is used for. */
export const MAX_VIRTUAL_BYTES = BigInt(Number.MAX_SAFE_INTEGER)
