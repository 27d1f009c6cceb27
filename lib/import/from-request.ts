/** The form filled in again from a request: what importRequest makes of the result is the request itself. */

import type { ImportRequest } from '../cloud/import-request.ts'
import { formatImageFile } from '../images/image-file.ts'
import { formatTag } from '../images/tags.ts'
import { EMPTY_DRAFT, type ImportDraft } from './draft.ts'

const numberText = (number: number | null) => (number === null ? '' : String(number))

export function fromRequest(request: ImportRequest): ImportDraft {
  const common = {
    ...EMPTY_DRAFT,
    imageFile: formatImageFile(request.file),
    imageName: request.name,
    minDiskGb: numberText(request.minDiskGb),
    description: request.description,
    tags: request.tags.map(formatTag),
    quickImport: request.quickImport,
    enterpriseProjectId: request.enterpriseProjectId ?? '',
    kmsKeyId: request.kmsKeyId ?? '',
  }
  if (request.kind === 'data') return { ...common, kind: 'data', osType: request.osType }
  return {
    ...common,
    kind: 'system',
    madeFor: request.madeFor,
    osVersion: request.osVersion ?? '',
    bootMode: request.bootMode,
    architecture: request.architecture,
    // Quick import sends no configuration, so its request says nothing about what was ticked.
    automaticConfiguration: request.quickImport
      ? EMPTY_DRAFT.automaticConfiguration
      : request.automaticConfiguration,
    initialConfigurationDone: request.initialConfigurationDone,
    minRamMb: numberText(request.minRamMb),
    maxRamMb: numberText(request.maxRamMb),
  }
}
