import type { ImsImage } from '../wire/ims.ts'

/** Of those that IMS knows: its flag for Arm and its number of bits. */
const PROCESSORS: ReadonlyMap<string, { isArm: boolean; bits: string }> = new Map([
  ['aarch64', { isArm: true, bits: '64' }],
  ['arm64', { isArm: true, bits: '64' }],
  ['armv7l', { isArm: true, bits: '32' }],
  ['x86_64', { isArm: false, bits: '64' }],
  ['amd64', { isArm: false, bits: '64' }],
  ['i686', { isArm: false, bits: '32' }],
  ['i386', { isArm: false, bits: '32' }],
])
const OS_TYPES: ReadonlyMap<string, string> = new Map([
  ['linux', 'Linux'],
  ['windows', 'Windows'],
])

/**
 * An image with what OpenStack's own tools say of it under IMS's names as well, where IMS's are absent: the properties
 * that Glance documents as common ones, and its sizes. An image of IMS comes back as it is. Glance knows no kinds of
 * images but what their formats tell.
 */
export function inImsWords(image: ImsImage): ImsImage {
  if (isOfIms(image)) return image
  const text = (name: string) => {
    const value = image[name]
    return typeof value === 'string' && value.trim() ? value : undefined
  }
  const distribution = text('os_distro')
  const version = [distribution, text('os_version')].filter(Boolean).join(' ')
  const { size } = image
  const processor = PROCESSORS.get(text('architecture')?.toLowerCase() ?? '')
  return {
    ...image,
    virtual_env_type: image.disk_format === 'iso' ? 'IsoImage' : 'FusionCompute',
    __os_version: image.__os_version ?? (version || undefined),
    __os_type: image.__os_type ?? OS_TYPES.get(text('os_type')?.toLowerCase() ?? ''),
    __platform: image.__platform ?? distribution,
    __image_size: image.__image_size ?? (typeof size === 'number' ? String(size) : undefined),
    __support_arm: image.__support_arm ?? (processor && String(processor.isArm)),
    __os_bit: image.__os_bit ?? processor?.bits,
  }
}

/** By the properties that IMS gives all of its images (ims.md 5). */
export function isOfIms({ virtual_env_type, __imagetype }: ImsImage): boolean {
  return virtual_env_type !== undefined || __imagetype !== undefined
}

/** False of a common property whose value has no word among IMS's: it then says more by itself. */
export function hasImsWord(name: string, value: unknown): boolean {
  return name !== 'os_type' || OS_TYPES.has(String(value).toLowerCase())
}
