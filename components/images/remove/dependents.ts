import type { ImageService, ImageView, MemberList } from '@/lib/images/view'

/** Who loses the image with its deletion: `some` are projects that could not be read, or are not read yet. */
export type Dependents = 'some' | 'none' | 'not-known' | MemberList['members']

/**
 * @param members null where they are not known. IMS's own word "shared" then stands for them: it says so only while an
 * image has members. Glance says "shared" of nearly every image, so there it tells nothing.
 */
export function dependents(
  { visibility }: Pick<ImageView, 'visibility'>,
  members: MemberList['members'] | null,
  api: ImageService['api'],
): Dependents {
  if (members !== null) return members.length > 0 ? members : 'none'
  return api === 'ims' && visibility === 'shared' ? 'some' : 'not-known'
}

/** An image that others use is deleted only once its name was typed. */
export const isUsed = (of: Dependents): boolean => of !== 'none' && of !== 'not-known'
