import type { CodeSubject } from './subject.ts'

/** The type of resource that looks after such an image. */
export function resourceOf({ api, image: { kind } }: Pick<CodeSubject, 'api' | 'image'>): string {
  if (api !== 'ims') return 'openstack_images_image_v2'
  return kind === 'data' ? 'opentelekomcloud_ims_data_image_v2' : 'opentelekomcloud_ims_image_v2'
}

/** A name for Terraform's own use: letters, digits and underscores. */
export function labelOf(name: string | null): string {
  const label = (name ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  return /^[a-z]/.test(label) ? label : label === '' ? 'image' : `image_${label}`
}
