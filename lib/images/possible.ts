/**
 * What may be done with an image, and where not, why not: said before the cloud refuses it (ims.md 7, 8, 11, 13). Rules
 * that the cloud keeps to itself are no obstacle here but a caution: it is tried, and what it answers is shown.
 */
import { EXPORT_GB_MAX, PLAIN_COPY_GB_MAX, WHOLE_SERVER_SHARED_WITH_MAX } from '../cloud/rules.ts'
import { whyForAll } from './share-rules.ts'
import type { ImageSummary, ImageView, MemberStatus } from './view.ts'

export const IMAGE_ACTS = ['change', 'tag', 'share', 'export', 'copy', 'delete'] as const
export type ImageAct = (typeof IMAGE_ACTS)[number]

export type Possible =
  /** `caution` is what may still be in the way. */
  { can: true; caution: string | null } | { can: false; why: string }

export type Asked = Pick<
  ImageSummary,
  'own' | 'visibility' | 'state' | 'kind' | 'isProtected' | 'isEncrypted' | 'sizeBytes'
> &
  Partial<Pick<ImageView, 'isWholeServer' | 'madeFromImage' | 'platform'>>

export type Surroundings = {
  /** Clouds without IMS neither export nor copy. */
  hasIms: boolean
  /** What this project said to an image that another one shares to it; null where that is not known. */
  memberStatus?: MemberStatus | null
  /** Slipway watches an export of it that has not ended. */
  isBeingExported?: boolean
}

const GIB = 2 ** 30
/** Images made from the cloud's own ones of these systems are not exported (ims.md 13; its sources differ on the list). */
const CHARGED = ['windows', 'suse', 'red hat', 'ubuntu', 'oracle linux']

export function possible(act: ImageAct, image: Asked, around: Surroundings): Possible {
  const why = RULES[act](image, around)
  return why === null ? { can: true, caution: caution(act, image, around) } : { can: false, why }
}

type Rule = (image: Asked, around: Surroundings) => string | null

const first =
  (...rules: Rule[]): Rule =>
  (image, around) => {
    for (const rule of rules) {
      const why = rule(image, around)
      if (why !== null) return why
    }
    return null
  }

const isOwn: Rule = ({ own, visibility }) => {
  if (own) return null
  return visibility === 'public' ? 'It is a public image, not this project’s.' : 'Another project owns it.'
}

/** IMS alone asks for it: Glance changes and shares an image before its file is there, and one that is deactivated. */
const isActive: Rule = ({ state }, { hasIms }) => {
  switch (state) {
    case 'active':
      return null
    case 'importing':
      return hasIms ? 'It is still being made.' : null
    case 'deactivated':
      return hasIms ? 'It is deactivated.' : null
    default:
      return 'It is not active.'
  }
}

const byIms: Rule = (_, { hasIms }) => (hasIms ? null : 'This cloud has no IMS, which alone does this.')

const notIso: Rule = ({ kind }) => (kind === 'iso' ? 'IMS does not do this with ISO images.' : null)

const notWholeServer: Rule = ({ isWholeServer }) =>
  isWholeServer ? 'It is an image of a whole server with all its disks.' : null

const RULES = {
  change: first(isOwn, isActive),
  tag: first(isOwn),
  share: first(isOwn, whyForAll, isActive),
  export: first(byIms, isOwn, isActive, notIso, notWholeServer, (image, around) => {
    if (around.isBeingExported) return 'It is being exported already. IMS exports an image once at a time.'
    if (gib(image) >= EXPORT_GB_MAX) return `It has ${EXPORT_GB_MAX} GB or more, the most that IMS exports.`
    return gib(image) > PLAIN_COPY_GB_MAX && image.isEncrypted
      ? `It has more than ${PLAIN_COPY_GB_MAX} GB, which only quick export takes, and quick export takes no encrypted images.`
      : null
  }),
  copy: first(byIms, isActive, notIso, notWholeServer, (image, { memberStatus }) => {
    if (image.visibility === 'public' && !image.own) return 'IMS copies private and shared images only.'
    if (!image.own && image.isEncrypted)
      return 'It is another project’s and encrypted. IMS does not copy those.'
    if (!image.own && memberStatus && memberStatus !== 'accepted') return 'Accept it first.'
    return gib(image) > PLAIN_COPY_GB_MAX
      ? `It has more than ${PLAIN_COPY_GB_MAX} GB, the most that IMS copies.`
      : null
  }),
  delete: first(isOwn, (image, around) => {
    if (image.isProtected) return 'Delete protection is on.'
    if (image.state === 'importing' && around.hasIms)
      return 'IMS is still making it; delete it when that ends.'
    return around.isBeingExported ? 'It is being exported. Delete it when that ends.' : null
  }),
} as const satisfies Record<ImageAct, Rule>

function caution(act: ImageAct, image: Asked, { hasIms }: Surroundings): string | null {
  if (!hasIms)
    return act === 'share' && image.state === 'deactivated'
      ? 'It is deactivated. No server is made from it until it is active again: openstack image set --activate.'
      : null
  if (act === 'share') return sharingCautions(image).join(' ') || null
  const { madeFromImage, platform } = image
  const isCharged = CHARGED.some((system) => platform?.toLowerCase().startsWith(system))
  if (act === 'export' && madeFromImage && isCharged)
    return `It was made from another image. IMS refuses to export it if that was a public image of ${platform}.`
  return null
}

/** IMS tells neither its default key nor what an image of a whole server was made from. */
function sharingCautions({ isEncrypted, isWholeServer }: Asked): string[] {
  const cautions: string[] = []
  if (isEncrypted)
    cautions.push(
      'It is encrypted. IMS shares it only if its key is not the default one, and the other project needs the key too.',
    )
  if (isWholeServer)
    cautions.push(
      `It is an image of a whole server. IMS shares it only if it was made from a CBR backup, and with at most ${WHOLE_SERVER_SHARED_WITH_MAX} projects.`,
    )
  return cautions
}

/** Of the stored file: which size the limits mean is not documented. 1 GB is 1 GiB. Inferred. */
const gib = ({ sizeBytes }: Asked) => (sizeBytes ?? 0) / GIB
