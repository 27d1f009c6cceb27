/** Formats that are only recognised: IMS takes none of them, so that their name is all that is needed. */
import { has } from '../fields.ts'
import type { Format } from '../inspection.ts'
import type { FormatParser } from './reading.ts'

const DMG_TRAILER_BYTES = 512

const named = (format: Format, formatDetail: string, sign: Omit<FormatParser, 'read'>): FormatParser => ({
  ...sign,
  read: async () => ({
    format,
    formatDetail,
    virtualSizeBytes: null,
    details: [],
    facts: [],
    disk: 'not-a-disk',
  }),
})

export const parallels = named('parallels', 'Parallels disk', {
  recognise: (head) => has(head, 0, 'WithoutFreeSpace') || has(head, 0, 'WithouFreSpacExt'),
})
export const bochs = named('bochs', 'Bochs disk', {
  recognise: (head) => has(head, 0, 'Bochs Virtual HD Image'),
})
export const ewf = named('ewf', 'EnCase evidence file', {
  recognise: (head) => has(head, 0, 'EVF\x09\x0d\x0a\xff\0'),
})
export const dmg = named('dmg', 'Apple disk image', {
  recogniseTail: (tail) => has(tail, tail.length - DMG_TRAILER_BYTES, 'koly'),
})
