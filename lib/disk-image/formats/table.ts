/** All formats that sign their files, in the order in which they are believed. A new one gets its line here. */
import type { Format } from '../inspection.ts'
import { compressed } from './compressed.ts'
import { iso } from './iso.ts'
import { luks } from './luks.ts'
import { bochs, dmg, ewf, parallels } from './named.ts'
import { ovf } from './ovf.ts'
import { qcow } from './qcow.ts'
import { qcow2 } from './qcow2.ts'
import { qed } from './qed.ts'
import type { FormatParser } from './reading.ts'
import { tar } from './tar.ts'
import { vdi } from './vdi.ts'
import { vhd } from './vhd.ts'
import { vhdx } from './vhdx.ts'
import { vmdk } from './vmdk.ts'

const disks: [Format, FormatParser][] = [
  ['qcow2', qcow2],
  ['qcow', qcow],
  ['vmdk', vmdk],
  ['vhdx', vhdx],
  ['vhd', vhd],
  ['vdi', vdi],
  ['qed', qed],
  ['luks', luks],
  ['parallels', parallels],
  ['bochs', bochs],
  ['ewf', ewf],
  ['dmg', dmg],
]
/** These sign within the file, after bytes that another format may use: they are asked last. */
const within: [Format, FormatParser][] = [
  ['tar', tar],
  ['ovf', ovf],
  ['iso', iso],
]

/** What the first bytes are, as far as a magic tells it: for a look into a packed file. */
const tell = (head: Uint8Array): Format | null =>
  [...disks, ...within].find(([, parser]) => parser.recognise?.(head))?.[0] ?? null

/** By the first bytes of the file. */
export const signedAtHead: readonly FormatParser[] = [
  ...disks.map(([, parser]) => parser),
  ...compressed(tell),
]
/** By bytes further in. */
export const signedWithin: readonly FormatParser[] = within.map(([, parser]) => parser)
