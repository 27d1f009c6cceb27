/** A whole file that is one LUKS volume: cryptsetup, docs/on-disk-format (LUKS1) and on-disk-format-luks2. Big-endian. */
import { be16, be32, has, textAt } from '../fields.ts'
import type { Detail } from '../inspection.ts'
import { type FormatParser, fact, headerCut } from './reading.ts'

export const LUKS_MAGIC = 'LUKS\xba\xbe'
const HEADER_BYTES = 208

export const luks: FormatParser = {
  recognise: (head) => has(head, 0, LUKS_MAGIC),
  read: async (file, head) => {
    if (head.length < HEADER_BYTES) return headerCut('luks', file.sizeBytes)
    const version = be16(head, 6)
    const details: Detail[] = [
      { name: 'luksVersion', value: String(version), offset: 6 },
      { name: 'uuid', value: textAt(head, 168, 40), offset: 168 },
    ]
    if (version === 1) {
      const payload = BigInt(be32(head, 104)) * 512n
      const plain = file.sizeBytes - payload
      details.push({ name: 'cipher', value: `${textAt(head, 8, 32)}-${textAt(head, 40, 32)}`, offset: 8 })
      if (plain > 0n) details.push({ name: 'virtualSizeBytesOfPlainDisk', value: String(plain), offset: 104 })
    } else details.push({ name: 'label', value: textAt(head, 24, 48), offset: 24 })
    return {
      format: 'luks',
      formatDetail: `LUKS version ${version}`,
      virtualSizeBytes: null,
      details,
      facts: [fact('encrypted', { offset: 0, value: `LUKS version ${version}` })],
      disk: 'encrypted',
    }
  },
}
