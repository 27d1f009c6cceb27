/**
 * Files packed as a whole, of which IMS takes none: gzip (RFC 1952), xz, Zstandard (RFC 8878), bzip2, zip (APPNOTE
 * 4.3.7) and 7z. Where the first bytes can be unpacked, they tell what is inside.
 */
import { has, le16, textAt } from '../fields.ts'
import type { Format } from '../inspection.ts'
import type { Unpack } from '../unpack.ts'
import { type FormatParser, fact } from './reading.ts'

/** Of the packed file, this much is unpacked to look at: enough for every magic but that of an ISO. */
const PEEK_INPUT_BYTES = 64 * 1024
const PEEK_OUTPUT_BYTES = 64 * 1024

type Peek = (head: Uint8Array, unpack: Unpack) => Promise<Uint8Array>
type NameInside = (head: Uint8Array) => string | null

/** Zstandard may begin with frames to be skipped, whose magic ends in any digit (RFC 8878, section 3.1.2). */
const isZstd = (head: Uint8Array): boolean =>
  has(head, 0, '\x28\xb5\x2f\xfd') || (((head[0] ?? 0) & 0xf0) === 0x50 && has(head, 1, '\x2a\x4d\x18'))

const isBzip2 = (head: Uint8Array): boolean =>
  /^[1-9]$/.test(textAt(head, 3, 1)) && has(head, 0, 'BZh') && has(head, 4, '1AY&SY')

/** The first member's name, in its local header. */
const zipMember: NameInside = (head) => (has(head, 0, 'PK\x03\x04') ? textAt(head, 30, le16(head, 26)) : null)

/** `tell` names the format of the bytes inside; the table gives it, since it alone knows all formats. */
export const compressed = (tell: (head: Uint8Array) => Format | null): FormatParser[] => [
  packed(
    'gzip',
    (head) => has(head, 0, '\x1f\x8b\x08'),
    tell,
    async (head, unpack) => unpack.gzip(head, PEEK_OUTPUT_BYTES),
  ),
  packed('xz', (head) => has(head, 0, '\xfd7zXZ\0'), tell),
  packed('zstd', isZstd, tell, async (head, unpack) =>
    unpack.zstd ? unpack.zstd(head, PEEK_OUTPUT_BYTES) : new Uint8Array(),
  ),
  packed('bzip2', isBzip2, tell),
  packed('zip', (head) => has(head, 0, 'PK\x03\x04') || has(head, 0, 'PK\x05\x06'), tell, null, zipMember),
  packed('7z', (head) => has(head, 0, '7z\xbc\xaf\x27\x1c'), tell),
]

function packed(
  format: Format,
  recognise: (head: Uint8Array) => boolean,
  tell: (head: Uint8Array) => Format | null,
  peek: Peek | null = null,
  nameInside: NameInside | null = null,
): FormatParser {
  return {
    recognise,
    read: async (_file, head, unpack) => {
      const start = peek ? await peek(head.subarray(0, PEEK_INPUT_BYTES), unpack) : new Uint8Array()
      const inside = start.length > 0 ? tell(start) : null
      const member = nameInside?.(head) ?? null
      const details = [
        ...(inside === null ? [] : [{ name: 'inside', value: inside, offset: null }]),
        ...(member === null || member === '' ? [] : [{ name: 'members', value: member, offset: 30 }]),
      ]
      return {
        format,
        formatDetail: inside === null ? null : `${format}, ${inside} inside`,
        virtualSizeBytes: null,
        details,
        facts: [fact('compressed-archive', { offset: 0, value: inside ?? member ?? format })],
        disk: 'not-a-disk',
      }
    },
  }
}
