/** Access to the facts of an inspection, and words for why something could not be read. */
import type { Fact, FactId, Inspection } from '../inspection.ts'

export const factOf = ({ facts }: Inspection, id: FactId): Fact | undefined =>
  facts.find((fact) => fact.id === id)

/** The value that evidence carries, for a sentence. */
export const valueIn = (fact: Fact): string => fact.evidence.value ?? ''

/** Formats with a disk inside that IMS could take. */
export const isDisk = ({ format }: Inspection): boolean =>
  ['qcow2', 'qcow', 'raw', 'vmdk', 'vhd', 'vhdx', 'vdi', 'qed'].includes(format)

const REASONS: Record<NonNullable<Inspection['insideUnread']>, string> = {
  'not-a-disk': 'The file is not a disk.',
  'past-end': 'The disk ends before it.',
  budget: 'That would take more reads than an inspection may cost.',
  cut: 'The file ends before those bytes.',
  elsewhere: 'Another file holds those bytes.',
  encrypted: 'The disk is encrypted.',
  packed: 'Its compression cannot be undone here.',
  damaged: 'The tables that lead to those bytes are damaged.',
  unreplayed: 'A log in the file holds changes that were never written to the disk.',
}

export const whyUnread = ({ insideUnread }: Inspection): string =>
  insideUnread === null ? 'Nothing on the disk tells it.' : REASONS[insideUnread]
