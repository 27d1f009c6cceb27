/** The name of a volume group: LVM2, lib/format_text/layout.h (mda_header, raw_locn). Little-endian. */
import { has, le64, textAt } from '../fields.ts'
import { isUnread, type Medium } from '../medium.ts'

/** Where every tool puts the first metadata area; its text wanders in a ring behind it. */
const AREA_AT = 4096n
const AREA_HEADER_BYTES = 512
const MAGIC = ' LVM2 x[5A%r0N*>'
const MAX_AREA_BYTES = 64n * 1024n * 1024n
const NAME_BYTES = 130

/** Null where it is elsewhere, or cannot be read. */
export async function readVgName(disk: Medium, start: bigint): Promise<string | null> {
  const header = await disk.read(start + AREA_AT, AREA_HEADER_BYTES)
  if (isUnread(header) || !has(header, 4, MAGIC)) return null
  const textOffset = le64(header, 40)
  if (textOffset > MAX_AREA_BYTES) return null
  const text = await disk.read(start + AREA_AT + textOffset, NAME_BYTES)
  if (isUnread(text)) return null
  return /^([\w.+-]{1,127}) ?\{/.exec(textAt(text, 0, NAME_BYTES))?.[1] ?? null
}
