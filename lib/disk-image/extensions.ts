/** What a file's name promises. Content decides; a name that says otherwise is worth a word. */
import type { Format } from './inspection.ts'

/** Endings that say nothing certain (.img, .bin, .disk) are not listed: cloud images of many formats carry them. */
const EXPECTED: Record<string, readonly Format[]> = {
  qcow2: ['qcow2'],
  qcow: ['qcow', 'qcow2'],
  raw: ['raw'],
  dd: ['raw'],
  vmdk: ['vmdk'],
  vhd: ['vhd'],
  vpc: ['vhd'],
  vhdx: ['vhdx'],
  vdi: ['vdi'],
  qed: ['qed'],
  iso: ['iso'],
  ova: ['ova'],
  ovf: ['ovf'],
  tar: ['tar', 'ova'],
  gz: ['gzip'],
  tgz: ['gzip'],
  xz: ['xz'],
  zst: ['zstd'],
  bz2: ['bzip2'],
  zip: ['zip'],
  '7z': ['7z'],
  zvhd: ['zvhd'],
  zvhd2: ['zvhd2'],
}
/** No public description of their headers was found: only the name tells them. */
const NOT_INSPECTED = ['zvhd', 'zvhd2']
/** Any bytes may be a raw disk, so that the name is a reason of its own. */
const RAW = ['raw', 'img', 'dd']

export const extensionOf = (fileName: string): string | null =>
  /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? null

/** Whether content of this format is what the ending promises; an ending that promises nothing is kept by any. */
export const promiseKept = (extension: string, format: Format): boolean =>
  !Object.hasOwn(EXPECTED, extension) || (EXPECTED[extension] ?? []).includes(format)

/** Endings of formats that sign their files: where no sign was found, the content is something else. */
export const promisesSignature = (extension: string): boolean =>
  Object.hasOwn(EXPECTED, extension) && !RAW.includes(extension) && !NOT_INSPECTED.includes(extension)
export const isNotInspected = (extension: string | null): boolean =>
  extension !== null && NOT_INSPECTED.includes(extension)
export const promisesRaw = (extension: string | null): boolean =>
  extension !== null && RAW.includes(extension)
