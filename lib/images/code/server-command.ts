import type { ImageApi } from '../../config/image-apis.ts'
import type { ImageView } from '../view.ts'
import { command } from './quoting.ts'
import { baseName, flavorOf } from './subject.ts'

type Image = Pick<ImageView, 'id' | 'kind' | 'minDiskGb' | 'name'>

/** OpenStack's own client: `server create` for systems, `volume create` for data disks; null for an installer. */
export function serverCommand({ id, kind, minDiskGb, name }: Image, api: ImageApi): string | null {
  if (kind === 'iso') return null
  const base = baseName(name)
  return kind === 'data'
    ? command(
        'openstack volume create',
        `--image ${id}`,
        minDiskGb === null ? null : `--size ${minDiskGb}`,
        `${base}-disk`,
      )
    : command(
        'openstack server create',
        `--image ${id}`,
        `--flavor ${flavorOf(api)}`,
        minDiskGb === null ? null : `--boot-from-volume ${minDiskGb}`,
        '--network YOUR-NETWORK',
        `${base}-test`,
      )
}
