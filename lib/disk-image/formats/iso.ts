/**
 * ISO 9660 (ECMA-119, section 8: volume descriptors from sector 16 on), its boot catalogue ("El Torito" 1.0,
 * section 2) and UDF (ECMA-167, 2/9: the recognition sequence in the same place).
 */
import { byteAt, has, le16, le32, textAt, utf16beAt } from '../fields.ts'
import type { Detail, Fact } from '../inspection.ts'
import { isUnread, type Medium } from '../medium.ts'
import { type FormatParser, type FormatReading, fact } from './reading.ts'

const SECTOR = 2048
const FIRST_DESCRIPTOR = 16 * SECTOR
const MAX_DESCRIPTORS = 64
const BOOT_RECORD = 0
const PRIMARY = 1
const SUPPLEMENTARY = 2
const TERMINATOR = 255
const EL_TORITO = 'EL TORITO SPECIFICATION'
const PLATFORM_EFI = 0xef
/** Catalogue entries are looked at up to here; real ones have two to four. */
const MAX_CATALOGUE_ENTRIES = 64

export const isIso9660 = (head: Uint8Array): boolean => has(head, FIRST_DESCRIPTOR + 1, 'CD001')

const isUdf = (head: Uint8Array): boolean =>
  has(head, FIRST_DESCRIPTOR + 1, 'BEA01') &&
  [1, 2, 3].some((sector) => has(head, FIRST_DESCRIPTOR + sector * SECTOR + 1, 'NSR0'))

export const iso: FormatParser = {
  recognise: (head) => isIso9660(head) || isUdf(head),
  read: async (file, head) => {
    const facts: Fact[] = [
      fact('iso', { offset: FIRST_DESCRIPTOR + 1, value: isIso9660(head) ? 'CD001' : 'UDF' }),
    ]
    const details: Detail[] = []
    const reading: FormatReading = {
      format: 'iso',
      formatDetail: isIso9660(head) ? 'ISO 9660' : 'UDF',
      virtualSizeBytes: file.sizeBytes,
      details,
      facts,
      disk: 'not-a-disk',
    }
    if (!isIso9660(head)) return reading
    reading.endSeen = true
    for (let i = 0; i < MAX_DESCRIPTORS; i += 1) {
      const at = FIRST_DESCRIPTOR + i * SECTOR
      if (!has(head, at + 1, 'CD001') || byteAt(head, at) === TERMINATOR) break
      const type = byteAt(head, at)
      if (type === PRIMARY) describeVolume(head, at, file, details, facts)
      else if (type === SUPPLEMENTARY && has(head, at + 88, '%/'))
        details.push({ name: 'joliet', value: utf16beAt(head, at + 40, 32), offset: at + 40 })
      else if (type === BOOT_RECORD && has(head, at + 7, EL_TORITO)) {
        const platforms = await bootPlatforms(file, BigInt(le32(head, at + 71)) * BigInt(SECTOR))
        facts.push(fact('bootable', { offset: at + 7, value: platforms }))
        details.push({ name: 'bootPlatforms', value: platforms, offset: at + 71 })
      }
    }
    return reading
  },
}

function describeVolume(head: Uint8Array, at: number, file: Medium, details: Detail[], facts: Fact[]) {
  const texts: [string, number, number][] = [
    ['volumeId', 40, 32],
    ['publisher', 318, 128],
    ['application', 574, 128],
  ]
  for (const [name, offset, length] of texts) {
    const value = textAt(head, at + offset, length)
    if (value !== '') details.push({ name, value, offset: at + offset })
  }
  const volumeBytes = BigInt(le32(head, at + 80)) * BigInt(le16(head, at + 128))
  if (volumeBytes > file.sizeBytes)
    facts.push(
      fact('truncated', {
        offset: at + 80,
        value: `The volume has ${volumeBytes} bytes, the file ${file.sizeBytes}.`,
      }),
    )
}

/** "BIOS", "UEFI", both, or "not known" where the catalogue cannot be read. */
async function bootPlatforms(file: Medium, at: bigint): Promise<string> {
  const catalogue = await file.read(at, SECTOR)
  if (isUnread(catalogue) || byteAt(catalogue, 0) !== 1) return 'not known'
  const found = new Set([platformName(byteAt(catalogue, 1))])
  for (let entry = 1; entry < MAX_CATALOGUE_ENTRIES; entry += 1) {
    const kind = byteAt(catalogue, entry * 32)
    if (kind === 0x90 || kind === 0x91) found.add(platformName(byteAt(catalogue, entry * 32 + 1)))
    if (kind === 0x91) break
  }
  return [...found].sort().join(' and ')
}

const platformName = (platform: number) => (platform === PLATFORM_EFI ? 'UEFI' : 'BIOS')
