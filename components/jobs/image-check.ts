import { compareWithRequest } from '@/components/images/compare-with-request'
import { importOf } from '@/lib/cloud/job-request'
import type { ImageView } from '@/lib/images/view'
import type { JobView } from '@/lib/jobs/view'
import type { ImageCheck } from './phases'

type Read = { data: ImageView | undefined; error: Error | null }

/** The last step of an import: one read of the image IMS says it made. */
export function imageCheck({ state, imageId, request }: JobView, { data, error }: Read): ImageCheck {
  if (state !== 'succeeded') return { state: 'waiting' }
  if (imageId === null) return { state: 'not-read', reason: 'IMS named no image' }
  if (!data) {
    return error
      ? { state: 'not-read', reason: `The image could not be read: ${error.message}` }
      : { state: 'reading' }
  }
  const imported = importOf(request)
  if (!imported)
    return data.state === 'active'
      ? { state: 'fits' }
      : { state: 'differs', differences: [`Its status is ${data.status}, not active.`] }
  const differences = compareWithRequest(data, imported)
  return differences.length > 0 ? { state: 'differs', differences } : { state: 'fits' }
}
