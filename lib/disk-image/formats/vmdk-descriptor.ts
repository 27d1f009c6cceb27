/** The text part of a VMDK: VMware, "Virtual Disk Format 5.0", sections "The Header", "Extents", "The Disk Database". */
import { cleanText } from '../fields.ts'

/** VMware's are under 2 KiB; a longer text is cut here. */
export const MAX_DESCRIPTOR_BYTES = 64 * 1024
const MAX_EXTENTS = 4096
/** Longer lines are passed over: no writer makes them, and they could make the expressions below slow. */
const MAX_LINE = 1024
export const NO_PARENT = 'ffffffff'

export type VmdkDescriptor = {
  createType: string | null
  /** Lower case; NO_PARENT where the disk stands alone. */
  parentCid: string | null
  parentFileName: string | null
  encrypted: boolean
  extents: { sectors: bigint; fileName: string | null }[]
}

const EXTENT = /^(?:RW|RDONLY|NOACCESS)\s+(\d{1,19})\s+[A-Z0-9_]+(?:\s+"([^"]*)")?/i
const SETTING = /^([A-Za-z][\w.]*)\s*=\s*"?([^"]*)"?\s*$/

export function readDescriptor(bytes: Uint8Array): VmdkDescriptor {
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_DESCRIPTOR_BYTES)).split('\0', 1)[0] ?? ''
  const found: VmdkDescriptor = {
    createType: null,
    parentCid: null,
    parentFileName: null,
    encrypted: false,
    extents: [],
  }
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.length > MAX_LINE) continue
    const extent = EXTENT.exec(line.trim())
    if (extent?.[1] !== undefined && found.extents.length < MAX_EXTENTS)
      found.extents.push({
        sectors: BigInt(extent[1]),
        fileName: extent[2] === undefined ? null : cleanText(extent[2]),
      })
    const setting = SETTING.exec(line.trim())
    if (setting?.[1] !== undefined) apply(found, setting[1].toLowerCase(), cleanText(setting[2] ?? ''))
  }
  return found
}

function apply(found: VmdkDescriptor, key: string, value: string) {
  if (key === 'createtype') found.createType = value
  else if (key === 'parentcid') found.parentCid = value.toLowerCase()
  else if (key === 'parentfilenamehint') found.parentFileName = value
  else if (key.startsWith('encryption.')) found.encrypted = true
}

/** A text file: after a byte order mark or blanks, the comment that every descriptor begins with. */
export const isDescriptorText = (head: Uint8Array): boolean =>
  /^\ufeff?\s*# *Disk DescriptorFile/i.test(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(head.subarray(0, 512)),
  )
