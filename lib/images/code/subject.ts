/** What is to be said in code: an image, where it lives, and what is to become of it. */
import type { ImageChange, Present } from '../../cloud/images/patch.ts'
import type { ImageApi } from '../../config/image-apis.ts'
import type { TagChange } from '../tag-change.ts'
import type { ImageView } from '../view.ts'

export const CODE_LANGUAGES = ['curl', 'openstack', 'terraform', 'ansible'] as const
export type CodeLanguage = (typeof CODE_LANGUAGES)[number]

export const CODE_ACTS = ['show', 'server', 'change', 'share', 'accept', 'export', 'copy', 'delete'] as const
export type CodeAct = (typeof CODE_ACTS)[number]

export type CodeSubject = {
  image: Pick<
    ImageView,
    | 'id'
    | 'name'
    | 'kind'
    | 'own'
    | 'visibility'
    | 'description'
    | 'minDiskGb'
    | 'minRamMb'
    | 'bootMode'
    | 'sizeBytes'
    | 'tags'
    | 'osVersion'
    | 'sourceFile'
    | 'diskFormat'
    | 'containerFormat'
    | 'isProtected'
  >
  /** The image as the service gave it: what is absent cannot be removed, and what is there has to be named to stay. */
  present: Present & Readonly<Record<string, unknown>>
  api: ImageApi
  /** Address of the image service, without a version. */
  imsUrl: string
  projectId: string
  /** What a change says; tags are changed by themselves. */
  change: ImageChange
  tagChange: TagChange | null
  /** The other side of a share; null where nobody is chosen yet. */
  memberId: string | null
}

/** Code, and what to know of it; or why there is none. */
export type Code = { code: string; note: string | null } | { why: string }

export const NO_SERVER = {
  why: 'An installer makes no server of its own, but a temporary one on which it installs a system.',
} as const satisfies Code

export const OTHER_PROJECT = 'OTHER-PROJECT-ID'

/** One that every project of the cloud has; on another cloud nobody but its people know any. */
export const flavorOf = (api: ImageApi) => (api === 'ims' ? 's3.large.2' : 'YOUR-FLAVOR')

/** A name for what is made of the image, made of letters that stand anywhere. */
export function baseName(name: string | null): string {
  return name && /^[A-Za-z0-9][A-Za-z0-9._-]{0,50}$/.test(name) ? name : 'new'
}
