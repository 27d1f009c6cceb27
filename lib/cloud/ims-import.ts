import type { DataDiskImport, ImageTag, ImportRequest, SystemDiskImport } from './import-request.ts'
import { DOTTED_TAG } from './rules.ts'
import type { CreateDataImage, CreateSystemImage, QuickImportData, QuickImportSystem } from './wire/ims.ts'

const WIRE_TYPES = { 'cloud-server': 'ECS', 'bare-metal-server': 'BMS', 'iso-installer': 'IsoImage' } as const

type WireImport =
  | { path: '/v2/cloudimages/action'; body: CreateSystemImage }
  | { path: '/v1/cloudimages/dataimages/action'; body: CreateDataImage }
  | { path: '/v2/cloudimages/quickimport/action'; body: QuickImportSystem | QuickImportData }

/**
 * The call and body of an import (ims.md 1 to 3). Quick import has a call of its own for both kinds of disk, which
 * takes no automatic configuration, memory limits or key; what it does not take is not sent. Members at the
 * service's own default are left out where older descriptions of the call lack them.
 */
export function toWire(request: ImportRequest): WireImport {
  if (request.kind === 'data') return dataDisk(request)
  return request.quickImport ? quickSystemDisk(request) : systemDisk(request)
}

function common(request: ImportRequest) {
  return {
    name: request.name,
    image_url: `${request.file.bucket}:${request.file.key}`,
    min_disk: request.minDiskGb,
    ...(request.description === '' ? {} : { description: request.description }),
    ...(request.enterpriseProjectId === null ? {} : { enterprise_project_id: request.enterpriseProjectId }),
    ...wireTags(request.tags),
  }
}

/** `tags` and `image_tags` exclude each other (ims.md 1): the plain form, unless a tag needs a character it lacks. */
function wireTags(tags: readonly ImageTag[]): Pick<CreateSystemImage, 'tags' | 'image_tags'> {
  if (tags.length === 0) return {}
  const dotted = tags.map(({ key, value }) => (value === null ? key : `${key}.${value}`))
  if (dotted.every((tag) => DOTTED_TAG.test(tag))) return { tags: dotted }
  return { image_tags: tags.map(({ key, value }) => ({ key, value: value ?? '' })) }
}

function systemDisk(request: SystemDiskImport): WireImport {
  return {
    path: '/v2/cloudimages/action',
    body: {
      ...common(request),
      type: WIRE_TYPES[request.madeFor],
      is_config: request.automaticConfiguration,
      hw_firmware_type: request.bootMode,
      ...(request.osVersion === null ? {} : { os_version: request.osVersion }),
      ...(request.architecture === 'arm' ? { architecture: 'arm' } : {}),
      ...(request.initialConfigurationDone ? { is_config_init: true } : {}),
      ...(request.kmsKeyId === null ? {} : { cmk_id: request.kmsKeyId }),
      ...(request.minRamMb === null ? {} : { min_ram: request.minRamMb }),
      ...(request.maxRamMb === null ? {} : { max_ram: request.maxRamMb }),
    },
  }
}

function quickSystemDisk(request: SystemDiskImport): WireImport {
  return {
    path: '/v2/cloudimages/quickimport/action',
    body: {
      ...common(request),
      type: request.madeFor === 'bare-metal-server' ? 'BMS' : 'ECS',
      os_version: request.osVersion ?? '',
      hw_firmware_type: request.bootMode,
      ...(request.architecture === 'arm' ? { architecture: 'arm' } : {}),
    },
  }
}

function dataDisk(request: DataDiskImport): WireImport {
  if (request.quickImport) {
    return {
      path: '/v2/cloudimages/quickimport/action',
      body: { ...common(request), type: 'DataImage', os_type: request.osType },
    }
  }
  return {
    path: '/v1/cloudimages/dataimages/action',
    body: {
      ...common(request),
      os_type: request.osType,
      ...(request.kmsKeyId === null ? {} : { cmk_id: request.kmsKeyId }),
    },
  }
}
