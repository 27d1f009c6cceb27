import { hexId } from '../chance.ts'

/** What all images share (ims.md 5); size, virtual_size and checksum are documented as of no use. */
export const COMMON: Record<string, unknown> = {
  visibility: 'private',
  protected: false,
  disk_format: 'zvhd2',
  container_format: 'bare',
  size: 0,
  virtual_size: null,
  checksum: 'd41d8cd98f00b204e9800998ecf8427e',
  hw_vif_multiqueue_enabled: 'false',
  __isregistered: 'true',
  __image_source_type: 'uds',
  __originalimagename: '',
  __backup_id: '',
  __lazyloading: 'true',
  __support_kvm: 'true',
  __support_xen: 'true',
}

/** A property nobody knows, as the cloud adds them without notice: clients must keep it (ims.md 5). */
export function strangeProperty(seed: string, imageId: string): Record<string, string> {
  const hex = hexId(seed, imageId, 'unknown property')
  return { [`__x_${hex.slice(0, 6)}`]: hex.slice(6, 12) }
}
