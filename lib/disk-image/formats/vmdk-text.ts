/** What a VMDK's descriptor says about the whole disk, embedded or in a file of its own. */
import type { Fact } from '../inspection.ts'
import { type FormatReading, fact, MAX_VIRTUAL_BYTES } from './reading.ts'
import { MAX_DESCRIPTOR_BYTES, NO_PARENT, readDescriptor, type VmdkDescriptor } from './vmdk-descriptor.ts'

const SECTOR = 512n
/** The two that hold the whole disk in one file. */
const ONE_FILE_TYPES = ['monolithicsparse', 'streamoptimized']

/** `at` is where the text begins in the file. */
export function descriptorFacts(
  { createType, parentCid, parentFileName, encrypted, extents }: VmdkDescriptor,
  at: bigint,
): Fact[] {
  const facts: Fact[] = []
  const type = createType?.toLowerCase() ?? ''
  if (parentCid !== null && parentCid !== NO_PARENT)
    facts.push(fact('differencing', { offset: at, value: parentFileName ?? `parentCID ${parentCid}` }))
  if (encrypted) facts.push(fact('encrypted', { offset: at, value: 'VMware encryption' }))
  if (extents.length > 1 || type.startsWith('twogb'))
    facts.push(
      fact('split-extents', { offset: at, value: `${extents.length} extents, ${createType ?? 'no type'}` }),
    )
  else if (type !== '' && !ONE_FILE_TYPES.includes(type))
    facts.push(fact('unknown-feature', { offset: at, value: `createType ${createType}` }))
  return facts
}

/** A file that holds the text alone: the size is known, the data is not here. */
export function descriptorOnly(head: Uint8Array): FormatReading {
  const descriptor = readDescriptor(head.subarray(0, MAX_DESCRIPTOR_BYTES))
  const sectors = descriptor.extents.reduce((sum, extent) => sum + extent.sectors, 0n)
  const size = sectors * SECTOR
  const known = descriptor.extents.length > 0 && size <= MAX_VIRTUAL_BYTES
  const files = descriptor.extents.flatMap(({ fileName }) => (fileName === null ? [] : [fileName]))
  const facts = descriptorFacts(descriptor, 0n).filter(({ id }) => id !== 'unknown-feature')
  facts.push(fact('descriptor-only', { offset: 0, value: files.slice(0, 3).join(', ') }))
  if (!known && descriptor.extents.length > 0)
    facts.push(fact('malformed', { offset: 0, value: `${sectors} sectors` }))
  return {
    format: 'vmdk',
    formatDetail: 'VMDK descriptor',
    virtualSizeBytes: known ? size : null,
    details:
      descriptor.createType === null ? [] : [{ name: 'createType', value: descriptor.createType, offset: 0 }],
    facts,
    disk: 'elsewhere',
  }
}
