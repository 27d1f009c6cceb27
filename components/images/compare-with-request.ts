import type { ImportRequest } from '@/lib/cloud/import-request'
import type { ImageView } from '@/lib/images/view'

type Image = Pick<ImageView, 'state' | 'status' | 'name' | 'minDiskGb' | 'bootMode' | 'osVersion'>

/** What of the image is not as it was asked for, a sentence each; none when IMS made what was requested. */
export function compareWithRequest(image: Image, request: ImportRequest): string[] {
  const differences: string[] = []
  if (image.state !== 'active') differences.push(`Its status is ${image.status}, not active.`)
  if (image.name !== request.name)
    differences.push(`It is named ${image.name ?? 'nothing'}, not ${request.name}.`)
  if (image.minDiskGb !== null && image.minDiskGb !== request.minDiskGb)
    differences.push(`Its minimum disk is ${image.minDiskGb}\u00a0GB, not ${request.minDiskGb}\u00a0GB.`)
  if (request.kind !== 'system') return differences
  if (image.bootMode !== null && image.bootMode !== request.bootMode)
    differences.push(`It boots by ${image.bootMode.toUpperCase()}, not ${request.bootMode.toUpperCase()}.`)
  if (request.osVersion !== null && image.osVersion !== null && image.osVersion !== request.osVersion)
    differences.push(`IMS found ${image.osVersion} in the file, and not ${request.osVersion}.`)
  return differences
}
