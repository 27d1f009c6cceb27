/**
 * What deleting and sharing are refused for where no code says why: the native calls of both services answer with
 * Glance's status alone (ims.md 8, 11), which means other things there than elsewhere.
 */
import type { CloudService } from '../errors.ts'
import type { Explanation } from './explanation.ts'
import { askForRight, type Doing } from './rights.ts'

/** Null where the status means nothing of its own. */
export function explainNative(
  status: number | null,
  service: CloudService,
  doing: Doing | undefined,
): Explanation | null {
  if (doing === 'delete-image' && status === 403) return forbidden(service, doing, OF_DELETING)
  if (doing === 'delete-image' && status === 409) return inUse(service)
  if (doing === 'share-image' && status === 403) return forbidden(service, doing, OF_SHARING)
  if (doing === 'share-image' && status === 413) return tooManyMembers(service)
  return null
}

const OF_DELETING = 'The image is protected, public or another project’s'
const OF_SHARING = 'The image is public or another project’s'

function forbidden(service: CloudService, doing: Doing, reasons: string): Explanation {
  const look = 'The page of the image says whose it is and whether it is protected.'
  return {
    title: `${service} does not allow this`,
    cause: `${reasons}, or your roles in this project do not include it.`,
    remedy:
      service === 'IMS'
        ? `${look} If neither stands in the way: ${askForRight(doing)}`
        : `${look} Read what ${service} says below as well. For a role, ask an administrator of this project.`,
  }
}

const inUse = (service: CloudService): Explanation => ({
  title: `${service} does not delete an image that is in use`,
  cause: 'Volumes or snapshots depend on it, or it is being made, exported or copied at the moment.',
  remedy: 'Delete the volumes and snapshots that were made from it, or wait for what is under way to end.',
})

const tooManyMembers = (service: CloudService): Explanation => ({
  title: 'The image is shared with as many projects as it may be',
  cause: `The quota of members of one image is used up in ${service}.`,
  remedy:
    'Stop sharing it with projects that do not need it any more, or have the quota raised by whoever runs the cloud.',
})
