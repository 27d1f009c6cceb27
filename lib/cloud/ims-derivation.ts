import { checkedImageId } from './ids.ts'
import type { DerivationRequest } from './job-request.ts'
import type { CopyImage, ExportImage } from './wire/ims.ts'

type WireDerivation = { path: string; body: ExportImage | CopyImage }

/**
 * The call and body of an export or a copy (ims.md 13). A quick export names no format, although the vendor's table
 * calls the member mandatory.
 */
export function toWire(request: DerivationRequest): WireDerivation {
  const image = `/v1/cloudimages/${checkedImageId(request.imageId)}`
  if (request.kind === 'export') {
    const { file, format } = request
    return {
      path: `${image}/file`,
      body: {
        bucket_url: `${file.bucket}:${file.key}`,
        ...(format === null ? { is_quick_export: true } : { file_format: format, is_quick_export: false }),
      },
    }
  }
  const { name, description, kmsKeyId, enterpriseProjectId } = request
  return {
    path: `${image}/copy`,
    body: {
      name,
      ...(description === '' ? {} : { description }),
      ...(kmsKeyId === null ? {} : { cmk_id: kmsKeyId }),
      ...(enterpriseProjectId === null ? {} : { enterprise_project_id: enterpriseProjectId }),
    },
  }
}
