import * as z from 'zod/mini'
import type { ImageApi } from '@/lib/config/image-apis'
import type { CodeSubject } from '@/lib/images/code/subject'
import { differences, type Editable } from '@/lib/images/edit'
import { tagChange } from '@/lib/images/tag-change'
import type { ImageService, ImageView } from '@/lib/images/view'

const anyProperties = z.record(z.string(), z.unknown())

type More = Pick<CodeSubject, 'change' | 'tagChange' | 'memberId'>

/** What the writers of code need to know of the image on the page. */
export function codeSubject(
  image: ImageView,
  service: ImageService,
  projectId: string,
  more: More,
): CodeSubject {
  const raw = z.safeParse(anyProperties, image.raw)
  return {
    image,
    present: raw.success ? raw.data : {},
    api: service.api,
    imsUrl: service.url,
    projectId,
    ...more,
  }
}

/** What of an edit differs, as the call says it. */
export function changeInCode(
  seen: Editable,
  wanted: Editable,
  api: ImageApi,
): Pick<CodeSubject, 'change' | 'tagChange'> {
  const fields = differences(seen, wanted)
  const has = (field: keyof Editable) => fields.includes(field)
  return {
    change: {
      ...(has('name') ? { name: wanted.name } : {}),
      ...(has('description') ? { description: wanted.description } : {}),
      ...(has('minRamMb') ? { minRamMb: wanted.minRamMb } : {}),
      ...(has('maxRamMb') ? { maxRamMb: wanted.maxRamMb } : {}),
      ...(has('bootMode') && wanted.bootMode ? { bootMode: wanted.bootMode } : {}),
      ...(has('isProtected') && wanted.isProtected !== null ? { isProtected: wanted.isProtected } : {}),
    },
    tagChange: has('tags') ? tagChange(seen.tags, wanted.tags, api) : null,
  }
}
