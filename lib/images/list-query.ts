/** What a page of images is asked for by, in the address of our own route. */
import * as z from 'zod/mini'
import { IMAGE_PAGE_MAX, IMAGE_SCOPES } from '../cloud/images/scopes.ts'
import { UUID } from '../cloud/rules.ts'

export const imagePageQuery = z.object({
  scope: z._default(z.enum(IMAGE_SCOPES, { error: `Ask for one of ${IMAGE_SCOPES.join(', ')}.` }), 'own'),
  after: z._default(
    z.nullable(z.string().check(z.regex(UUID, { error: 'Name the image to go on after by its id.' }))),
    null,
  ),
  limit: z._default(
    z.coerce.number().check(
      z.refine((count) => Number.isInteger(count) && count >= 1 && count <= IMAGE_PAGE_MAX, {
        error: `Ask for 1 to ${IMAGE_PAGE_MAX} images.`,
      }),
    ),
    IMAGE_PAGE_MAX,
  ),
})
export type ImagePageQuery = z.infer<typeof imagePageQuery>

/** What a person sees first comes in one small page, the rest in large ones. */
export const FIRST_PAGE: ImagePageQuery = { scope: 'own', after: null, limit: 100 }
