import type { ImageView } from '@/lib/images/view'

type Image = Pick<ImageView, 'id' | 'kind' | 'minDiskGb' | 'name'>

/** What a name may hold to stand in a shell without quotes; anything else is left for the person to choose. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,50}$/

/** OpenStack's own client: `server create` for systems, `volume create` for data disks; null for an installer. */
export function serverCommand({ id, kind, minDiskGb, name }: Image): string | null {
  if (kind === 'iso') return null
  const base = name && PLAIN_NAME.test(name) ? name : 'new'
  const lines =
    kind === 'data'
      ? [
          'openstack volume create',
          `--image ${id}`,
          ...(minDiskGb === null ? [] : [`--size ${minDiskGb}`]),
          `${base}-disk`,
        ]
      : [
          'openstack server create',
          `--image ${id}`,
          '--flavor s3.large.2',
          ...(minDiskGb === null ? [] : [`--boot-from-volume ${minDiskGb}`]),
          '--network YOUR-NETWORK',
          `${base}-test`,
        ]
  return lines.join(' \\\n  ')
}
