import { isForAll } from '@/lib/images/share-rules'
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
  return api === 'ims' && image.visibility === 'shared' ? 'some' : 'not-known'
}

/** An image that others use is deleted only once its name was typed. */
export const isUsed = (of: Dependents): boolean => of !== 'none' && of !== 'not-known'
