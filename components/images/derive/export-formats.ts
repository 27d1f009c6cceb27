import { PLAIN_COPY_GB_MAX } from '@/lib/cloud/rules'
import { EXPORT_CHOICES, type ExportDraft, QUICK_EXPORT } from '@/lib/images/derivation'
import type { ImageView } from '@/lib/images/view'

type Format = ExportDraft['format']

export const FORMAT_WORDS = {
  qcow2: 'QCOW2, which most tools read',
  vhd: 'VHD, for Hyper-V and Azure',
  zvhd: 'ZVHD, compressed, for OTC',
  vmdk: 'VMDK, for VMware',
  [QUICK_EXPORT]: 'ZVHD2 by quick export, as it is stored',
} as const satisfies Record<Format, string>

const GIB = 2 ** 30

/** What IMS takes of an image (ims.md 13): large ones by quick export alone, encrypted ones by any other. */
export function formatsFor({
  sizeBytes,
  isEncrypted,
}: Pick<ImageView, 'sizeBytes' | 'isEncrypted'>): Format[] {
  const isLarge = (sizeBytes ?? 0) > PLAIN_COPY_GB_MAX * GIB
  return EXPORT_CHOICES.filter((format) => (format === QUICK_EXPORT ? !isEncrypted : !isLarge))
}

/** A key that IMS takes: no blanks (ims.md 14, IMG.0175). */
export function suggestedKey(name: string, extension: string): string {
  return `${name.trim().replace(/[^A-Za-z0-9._-]+/g, '-') || 'image'}.${extension}`
}
