import type { ImsImage } from '../wire/ims.ts'

const ARM = ['aarch64', 'arm64', 'armv7l']
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
  if (image.virtual_env_type !== undefined || image.__imagetype !== undefined) return image
  const text = (name: string) => {
    const value = image[name]
    return typeof value === 'string' && value.trim() ? value : undefined
  }
  const distribution = text('os_distro')
  const version = [distribution, text('os_version')].filter(Boolean).join(' ')
  const { size } = image
  return {
    ...image,
    virtual_env_type: image.disk_format === 'iso' ? 'IsoImage' : 'FusionCompute',
    __os_version: image.__os_version ?? (version || undefined),
    __os_type: image.__os_type ?? OS_TYPES.get(text('os_type')?.toLowerCase() ?? ''),
    __platform: image.__platform ?? distribution,
    __image_size: image.__image_size ?? (typeof size === 'number' ? String(size) : undefined),
    __support_arm: image.__support_arm ?? (ARM.includes(text('architecture') ?? '') ? 'true' : undefined),
  }
}
