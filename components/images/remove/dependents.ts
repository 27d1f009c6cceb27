import { isForAll, mayHaveMembers } from '@/lib/images/share-rules'
import type { ImageService, ImageView, MemberList } from '@/lib/images/view'

/**
 * Who loses the image with its deletion: `everyone` where it is for all, `some` where the projects could not be read, or
 * are not read yet.
 */
export type Dependents = 'everyone' | 'some' | 'none' | 'not-known' | MemberList['members']

/**
 * @param members null where they are not known. IMS's own word "shared" then stands for them: it says so only while an
 * image has members. Glance says "shared" of nearly every image, so there it tells nothing.
 */
export function dependents(
  image: Pick<ImageView, 'visibility'>,
  members: MemberList['members'] | null,
  api: ImageService['api'],
): Dependents {
  if (isForAll(image)) return 'everyone'
  if (members !== null) return members.length > 0 ? members : 'none'
  if (!mayHaveMembers(image)) return 'none'
  return api === 'ims' && image.visibility === 'shared' ? 'some' : 'not-known'
}

/** What the deletion means to others, in a sentence; null where it means nothing to them. */
export function dependentWords(of: Dependents): string | null {
  switch (of) {
    case 'none':
      return null
    case 'not-known':
      return 'It is not known whether it is shared.'
    case 'everyone':
      return 'Every project can use it, and loses it too.'
    case 'some':
      return 'It is shared with other projects, which lose it too. With which ones is not known.'
    default:
      return of.length === 1 ? '1 project loses it.' : `${of.length} projects lose it.`
  }
}

/** An image that others use is deleted only once its name was typed. */
export const isUsed = (of: Dependents): boolean => of !== 'none' && of !== 'not-known'
