/** The text that describes a virtual machine and names its disks: DMTF DSP0243, sections 7 (Envelope) and 9.1 (DiskSection). */
import { cleanText } from '../fields.ts'
import type { Detail } from '../inspection.ts'
import { type FormatParser, fact } from './reading.ts'

const MAX_TEXT_BYTES = 64 * 1024
const MAX_DISKS = 16
// The expressions below repeat a bounded number of times: their text is anyone's, and must not make them slow.

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, MAX_TEXT_BYTES))

export const ovf: FormatParser = {
  recognise: (head) =>
    /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:\w{1,32}:)?Envelope\b/.test(
      textOf(head.subarray(0, 4096)),
    ),
  read: async (_file, head) => {
    const files = attributes(textOf(head), 'href').map(cleanText)
    const details: Detail[] = [
      ...files.map((value) => ({ name: 'members', value, offset: null })),
      ...capacityOf(head).map((value) => ({ name: 'capacity', value, offset: null })),
    ]
    return {
      format: 'ovf',
      formatDetail: 'OVF description',
      virtualSizeBytes: null,
      details,
      facts: [fact('archive', { offset: 0, value: files.join(', ') })],
      disk: 'not-a-disk',
    }
  },
}

/** "25165824 byte * 2^20": capacities as they are written, with the unit that is in force. */
export function capacityOf(bytes: Uint8Array): string[] {
  const tags = textOf(bytes).match(/<(?:\w{1,32}:)?Disk\s[^>]{0,1024}>/g) ?? []
  return tags.slice(0, MAX_DISKS).flatMap((tag) => {
    const [capacity] = attributes(tag, 'capacity')
    const [unit = 'byte'] = attributes(tag, 'capacityAllocationUnits')
    return capacity === undefined ? [] : [cleanText(`${capacity} ${unit}`)]
  })
}

function attributes(text: string, name: string): string[] {
  const pattern = new RegExp(`\\b(?:\\w{1,32}:)?${name}="([^"]{0,1024})"`, 'g')
  return [...text.matchAll(pattern)].slice(0, MAX_DISKS).map((match) => match[1] ?? '')
}
