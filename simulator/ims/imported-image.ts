import type { User } from '../iam/accounts.ts'
import type { JobRecord } from '../records.ts'
import type { World } from '../world.ts'
import { COMMON, strangeProperty } from './common-properties.ts'
import type { ImportOrder } from './import-order.ts'
import { osVersionFacts } from './os-versions.ts'

/** Puts the image of an accepted import into the world; it shows itself when its job has begun. */
export function addImportedImage(
  world: World,
  job: JobRecord,
  order: ImportOrder,
  user: User,
  bytes: number,
): void {
  world.images.set(job.imageId, {
    id: job.imageId,
    owner: job.projectId,
    kind: 'private',
    createdAtMs: job.acceptedAtMs,
    jobId: job.id,
    properties: {
      ...propertiesOfImport(order, bytes),
      // Without the gate role imports end as zvhd (ims.md 5).
      disk_format: user.roles.includes('op_gated_lld') ? 'zvhd2' : 'zvhd',
      ...strangeProperty(world.seed, job.imageId),
    },
  })
}

function propertiesOfImport(order: ImportOrder, bytes: number): Record<string, unknown> {
  const environment =
    order.target === 'data'
      ? 'DataImage'
      : order.target === 'iso'
        ? 'IsoImage'
        : order.isBareMetal
          ? 'Ironic'
          : 'FusionCompute'
  return {
    ...COMMON,
    name: order.name,
    min_disk: order.minDiskGb,
    min_ram: order.minRamMb,
    ...(order.maxRamMb === undefined ? {} : { max_ram: String(order.maxRamMb) }),
    tags: order.tags,
    virtual_env_type: environment,
    ...(order.firmware === undefined ? {} : { hw_firmware_type: order.firmware }),
    ...(order.isArm ? { __support_arm: 'true' } : {}),
    ...systemProperties(order),
    __imagetype: 'private',
    __image_size: String(Math.max(bytes, 1)),
    __root_origin: 'file',
    __data_origin: `file,${order.bucket}:${order.key}`,
    __description: order.description,
    __is_config_init: String(order.isConfigInit ?? false),
    ...(order.cmkId === undefined ? {} : { __system__cmkid: order.cmkId }),
    enterprise_project_id: order.enterpriseProjectId,
  }
}

/** Declared, not detected: unlike the cloud the simulator does not look for a system inside the file. */
function systemProperties(order: ImportOrder): Record<string, unknown> {
  if (order.target === 'data') return { __os_type: order.osType ?? 'Linux' }
  const facts = order.osVersion === undefined ? undefined : osVersionFacts(order.osVersion)
  return {
    __os_type: facts?.osType ?? order.osType ?? 'Linux',
    __os_version: facts?.version ?? `Other ${order.osType === 'Windows' ? 'Windows' : 'Linux'}(64 bit)`,
    __os_bit: String(facts?.bit ?? 64),
    __platform: facts?.platform ?? 'Other',
  }
}
