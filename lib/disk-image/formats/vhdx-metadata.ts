/** The metadata region of a VHDX: [MS-VHDX], section 2.6. */
import { guidAt, has, isPowerOfTwo, le16, le32, le64, smaller } from '../fields.ts'
import type { Fact } from '../inspection.ts'
import { isUnread, type Medium, type Unread } from '../medium.ts'
import { fact } from './reading.ts'

const KIB = 1024
const TABLE_BYTES = 64 * KIB
/** Items follow the table; the known ones take far less than this. */
const ITEMS_BYTES = 64 * KIB
const MAX_ITEMS = 2047
const FILE_PARAMETERS = 'CAA16737-FA36-4D43-B3B6-33F0AA44E76B'
const VIRTUAL_SIZE = '2FA54224-CD1B-4876-B211-5DBED83BF4B8'
const LOGICAL_SECTOR = '8141BF1D-A96F-4709-BA47-F233A8FAAB5F'
const KNOWN_OTHERS = [
  'BECA12AB-B2E6-4523-93EF-C309E000C746', // page 83 data
  'CDA348C7-445D-4471-9CC9-E9885251C556', // physical sector size
  'A8D35F2D-B30B-454D-ABF7-D3D84834AB0C', // parent locator
]
const REQUIRED = 4
const HAS_PARENT = 2
/** 2.6.2: 64 TiB at most, blocks of 1 to 256 MiB. */
const MAX_DISK_BYTES = 64n * 1024n ** 4n
const BLOCK_BYTES = { min: KIB * KIB, max: 256 * KIB * KIB }

export type VhdxMetadata = {
  sizeBytes: bigint
  blockBytes: bigint
  sectorBytes: bigint
  hasParent: boolean
  facts: Fact[]
}
type Impossible = { impossible: { offset: bigint; value: string } }

export async function readVhdxMetadata(
  file: Medium,
  at: bigint,
): Promise<VhdxMetadata | Impossible | Unread> {
  if (at > file.sizeBytes - BigInt(TABLE_BYTES)) return 'cut'
  const there = file.sizeBytes - at
  const wanted = BigInt(TABLE_BYTES + ITEMS_BYTES)
  const bytes = await file.read(at, Number(smaller(there, wanted)))
  if (isUnread(bytes)) return bytes
  const impossible = (within: number, value: string): Impossible => ({
    impossible: { offset: at + BigInt(within), value },
  })
  const count = le16(bytes, 10)
  if (!has(bytes, 0, 'metadata') || count > MAX_ITEMS) return impossible(0, 'no metadata table')
  const facts: Fact[] = []
  let parameters: number | null = null
  let size: number | null = null
  let sector: number | null = null
  for (let i = 0; i < count; i += 1) {
    const entry = 32 + i * 32
    const guid = guidAt(bytes, entry)
    const item = le32(bytes, entry + 16)
    if (![FILE_PARAMETERS, VIRTUAL_SIZE, LOGICAL_SECTOR].includes(guid)) {
      const unknown = !KNOWN_OTHERS.includes(guid) && (le32(bytes, entry + 24) & REQUIRED) !== 0
      if (unknown && facts.length === 0)
        facts.push(fact('unknown-feature', { offset: at + BigInt(entry), value: `metadata item ${guid}` }))
      continue
    }
    if (item < TABLE_BYTES) return impossible(entry + 16, `an item at ${item}`)
    if (item + 8 > bytes.length) return item + 8 > Number(there) ? 'cut' : 'budget'
    if (guid === FILE_PARAMETERS) parameters = item
    else if (guid === VIRTUAL_SIZE) size = item
    else sector = item
  }
  if (parameters === null || size === null || sector === null)
    return impossible(10, 'not all of the needed items')
  const blockBytes = le32(bytes, parameters)
  const sectorBytes = le32(bytes, sector)
  const sizeBytes = le64(bytes, size)
  if (!isPowerOfTwo(blockBytes) || blockBytes < BLOCK_BYTES.min || blockBytes > BLOCK_BYTES.max)
    return impossible(parameters, `blocks of ${blockBytes} bytes`)
  if (sectorBytes !== 512 && sectorBytes !== 4096)
    return impossible(sector, `sectors of ${sectorBytes} bytes`)
  if (sizeBytes > MAX_DISK_BYTES) return impossible(size, `a disk of ${sizeBytes} bytes`)
  const hasParent = (le32(bytes, parameters + 4) & HAS_PARENT) !== 0
  if (hasParent)
    facts.push(fact('differencing', { offset: at + BigInt(parameters + 4), value: 'has a parent disk' }))
  return { sizeBytes, blockBytes: BigInt(blockBytes), sectorBytes: BigInt(sectorBytes), hasParent, facts }
}
