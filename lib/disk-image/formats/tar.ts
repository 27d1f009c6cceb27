/** tar (POSIX.1-2017, pax, "ustar Interchange Format") and the OVA that is one (DMTF DSP0243, section 5). */
import { byteAt, cleanText, has, smaller, textAt } from '../fields.ts'
import { isUnread, type Medium } from '../medium.ts'
import { capacityOf } from './ovf.ts'
import { type FormatParser, fact } from './reading.ts'

const BLOCK = 512n
const MAX_MEMBERS = 20
/** An OVF's text is read this far. */
const MAX_OVF_BYTES = 64n * 1024n

type Member = { name: string; dataAt: bigint; sizeBytes: bigint }

export const tar: FormatParser = {
  recognise: (head) => has(head, 257, 'ustar'),
  read: async (file) => {
    const { members, complete } = await listMembers(file)
    const ovf = members.slice(0, 3).find(({ name }) => name.toLowerCase().endsWith('.ovf'))
    const format = ovf ? 'ova' : 'tar'
    const names = members.map(({ name }) => name)
    const details = names.map((value) => ({ name: 'members', value, offset: null }))
    if (ovf) details.push(...(await describeOvf(file, ovf)))
    return {
      format,
      formatDetail: `${ovf ? 'OVA' : 'tar'} of ${complete ? '' : 'at least '}${names.length} files`,
      virtualSizeBytes: null,
      details,
      facts: [fact('archive', { offset: 257, value: names.join(', ') })],
      disk: 'not-a-disk',
    }
  },
}

/** Header after header, as far as a few reads allow. */
async function listMembers(file: Medium): Promise<{ members: Member[]; complete: boolean }> {
  const members: Member[] = []
  let at = 0n
  while (members.length < MAX_MEMBERS) {
    const header = await file.read(at, Number(BLOCK))
    if (isUnread(header)) return { members, complete: header === 'past-end' }
    if (byteAt(header, 0) === 0 || !has(header, 257, 'ustar')) return { members, complete: true }
    const sizeBytes = sizeOf(header)
    const prefix = textAt(header, 345, 155)
    const name = cleanText(`${prefix === '' ? '' : `${prefix}/`}${textAt(header, 0, 100)}`)
    members.push({ name, dataAt: at + BLOCK, sizeBytes })
    at += BLOCK + ((sizeBytes + BLOCK - 1n) / BLOCK) * BLOCK
  }
  return { members, complete: false }
}

/** Octal digits, or with the top bit set a number in base 256, which GNU tar writes from 8 GiB on. */
function sizeOf(header: Uint8Array): bigint {
  const field = header.subarray(124, 136)
  if (byteAt(field, 0) & 0x80) {
    let size = BigInt(byteAt(field, 0) & 0x7f)
    for (const byte of field.subarray(1)) size = size * 256n + BigInt(byte)
    return size
  }
  const digits = textAt(field, 0, field.length).replace(/[^0-7].*$/, '')
  return digits === '' ? 0n : BigInt(`0o${digits}`)
}

async function describeOvf(file: Medium, { dataAt, sizeBytes }: Member) {
  const text = await file.read(dataAt, Number(smaller(sizeBytes, MAX_OVF_BYTES)))
  if (isUnread(text)) return []
  return capacityOf(text).map((capacity) => ({ name: 'capacity', value: capacity, offset: null }))
}
