import type { ImageView } from '@/lib/images/view'

const KINDS = {
  system: 'system disk',
  data: 'data disk',
  iso: 'ISO installer',
  'bare-metal': 'system disk for bare-metal servers',
  other: 'of a kind Slipway does not know',
} as const satisfies Record<ImageView['kind'], string>

const VISIBILITY: ReadonlyMap<string, string> = new Map([
  ['private', 'Private'],
  ['public', 'Public'],
  ['shared', 'Shared'],
  ['community', 'Community'],
])

/** "Private image, system disk" */
export function typeWords({ visibility, kind }: Pick<ImageView, 'visibility' | 'kind'>): string {
  const who = visibility === null ? 'Image' : `${VISIBILITY.get(visibility) ?? visibility} image`
  return `${who}, ${KINDS[kind]}`
}

const ARCHITECTURES: ReadonlyMap<string, string> = new Map([['arm', 'Arm']])

/** The name of a kind of processor; one that is not known to us stays as the cloud has it. */
export const architectureName = (architecture: string): string =>
  ARCHITECTURES.get(architecture) ?? architecture

/** "x86, 64 bit" */
export function architectureWords({
  architecture,
  osBit,
}: Pick<ImageView, 'architecture' | 'osBit'>): string | null {
  if (architecture === null) return null
  const word = architectureName(architecture)
  return osBit === null ? word : `${word}, ${osBit}\u00a0bit`
}

export function memoryWords({ minRamMb, maxRamMb }: Pick<ImageView, 'minRamMb' | 'maxRamMb'>): string {
  if (minRamMb === null && maxRamMb === null) return 'None set'
  if (maxRamMb === null) return `${minRamMb}\u00a0MB or more`
  return minRamMb === null ? `${maxRamMb}\u00a0MB or less` : `${minRamMb} to ${maxRamMb}\u00a0MB`
}
