import { type Asked, type ImageAct, possible, type Surroundings } from './possible.ts'
import { isForAll } from './share-rules.ts'

/** What serves instead of an act that is not possible (lib/images/possible.ts); null where nothing does. */
export function wayRound(act: ImageAct, image: Asked, around: Surroundings): string | null {
  if (act === 'share' && image.own && isForAll(image)) return ofForAll(around)
  if (image.own && !around.hasIms && (act === 'export' || act === 'copy')) return withoutIms(act, image)
  if (image.state === 'importing')
    return around.hasIms ? 'Wait until it is Active; the job says how it stands.' : 'Wait until it is Active.'
  if (!image.own) return image.visibility === 'public' ? ofPublic(act) : ofAnotherProject(act, image, around)
  if (act === 'delete' && image.isProtected) return ofProtected(around)
  // It is all there, and no call of IMS is known to make it active again.
  if (image.state === 'deactivated') return 'Ask whoever deactivated it, or the support of the cloud.'
  if (image.state === 'error')
    return `${around.hasIms ? 'Import its file' : 'Make it'} again, and delete this one.`
  if (image.state !== 'active') return 'Ask the support of the cloud.'
  if (act !== 'export' && act !== 'copy') return null
  if (image.kind === 'iso') return 'The ISO file it was imported from can be copied in its bucket.'
  if (image.isWholeServer) return 'Make an image of the one disk that is needed.'
  return null
}

/** Of what IMS alone does; the image itself is not in the way. */
function withoutIms(act: 'export' | 'copy', { state }: Asked): string | null {
  if (act === 'copy') return null
  switch (state) {
    case 'active':
      return 'Save its file with OpenStack’s own client: openstack image save.'
    case 'importing':
      return 'Once it is active, save its file with OpenStack’s own client: openstack image save.'
    case 'deactivated':
      return 'Make it active and save its file with OpenStack’s own client: openstack image set --activate, openstack image save.'
    default:
      return null
  }
}

const SAME_ID = 'Every project of the region has it under the same id.'

const ofForAll = ({ hasIms }: Surroundings) =>
  hasIms ? SAME_ID : `${SAME_ID} For chosen ones alone: openstack image set --shared.`

function ofPublic(act: ImageAct): string {
  switch (act) {
    case 'share':
      return SAME_ID
    case 'delete':
      return 'The filters of the list leave public images out.'
    default:
      return 'Make a server from it, then a private image of that server.'
  }
}

function ofAnotherProject(act: ImageAct, image: Asked, around: Surroundings): string | null {
  if (act === 'share' && isForAll(image)) return SAME_ID
  // Others are not offered to this project, which only happens to see them.
  const isOffered = image.visibility !== 'community' && image.visibility !== 'private'
  if (act === 'delete' && isOffered) return 'Reject it: it leaves your list, and the owner keeps it.'
  if (act === 'delete' || !possible('copy', image, { ...around, memberStatus: 'accepted' }).can)
    return 'Ask the project that owns it.'
  // That it has to be accepted first is what keeps it from being copied, and is said there.
  if (act === 'copy') return null
  const copyIt = possible('copy', image, around).can ? 'Copy it' : 'Accept it and copy it'
  return act === 'export' ? `${copyIt}, and export the copy.` : `${copyIt}: the copy is yours.`
}

const ofProtected = ({ hasIms }: Surroundings) =>
  hasIms
    ? 'No call of IMS takes the protection off. Use the tool that set it, or ask the support of the cloud.'
    : 'Turn the protection off under Edit.'
