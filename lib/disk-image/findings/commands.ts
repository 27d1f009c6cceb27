/** Commands that cure a file. Its name is anyone's text, and a person will paste these into a shell. */
import type { Inspection } from '../inspection.ts'

const PLAIN = /^[A-Za-z0-9_+@%.,/:=][A-Za-z0-9_+@%.,/:=-]*$/
const PLACEHOLDER = 'disk.img'

export function quoted(name: string): string {
  const safe = name.startsWith('-') ? `./${name}` : name
  return PLAIN.test(safe) ? safe : `'${safe.replaceAll("'", "'\\''")}'`
}

const baseName = ({ fileName }: Inspection): string => fileName?.split(/[\\/]/).at(-1) || PLACEHOLDER
const stemOf = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,10}$/, '') || name

export const nameOf = (inspection: Inspection): string => quoted(baseName(inspection))

/** Of the file that `convert` makes: it cannot overwrite what is read. */
export const plainNameOf = (inspection: Inspection): string =>
  quoted(`${stemOf(baseName(inspection))}-plain.qcow2`)

/** Makes one plain QCOW2 file of it. */
export const convert = (inspection: Inspection, from?: string): string =>
  `qemu-img convert ${from ? `-f ${from} ` : ''}-O qcow2 ${nameOf(inspection)} ${plainNameOf(inspection)}`

export const renamed = (inspection: Inspection, extension: string): string =>
  `mv ${nameOf(inspection)} ${quoted(`${stemOf(baseName(inspection))}.${extension}`)}`
