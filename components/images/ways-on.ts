import type { ImageService, ImageView } from '@/lib/images/view'
import { paths } from '@/lib/navigation'
import { importAgain } from './acts/more-entries'

type Way = { label: string; href: string }

/** Where to go from an image that could not be made, the likeliest first. */
export function waysOn(image: ImageView, api: ImageService['api']): Way[] {
  if (api !== 'ims') return []
  const { job } = image
  return [anew(image, api), ...(job ? [{ label: 'Open the job', href: paths.job(job.id) }] : [])]
}

/** A copy has no file to import again, and of a job that was added by its id only IMS knows the request. */
function anew(image: ImageView, api: ImageService['api']): Way {
  const { job } = image
  if (job?.copyOf) return { label: 'Open the image it copies', href: paths.image(job.copyOf.id) }
  const again = importAgain(image, api)
  if (again === null) return { label: 'Import image', href: paths.import() }
  return { label: job?.startedBy ? 'Fix and import again' : 'Import again', href: again }
}
