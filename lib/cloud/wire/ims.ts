/**
 * The shapes of IMS on the wire (ims.md 1 to 6, 13), shared by the client, which parses what comes back, and
 * the simulator, which parses what comes in. Wire names stop at lib/cloud: the rest of the console speaks
 * TypeScript names.
 */
import * as z from 'zod/mini'
import {
  ARCHITECTURES,
  DATA_DISK_GB,
  DATA_DISK_OS_TYPES,
  DESCRIPTION_CHARACTERS,
  DESCRIPTION_MAX,
  DOTTED_TAG,
  ENTERPRISE_PROJECT_ID,
  EXPORT_FORMATS,
  FIRMWARE_TYPES,
  HEX_ID,
  IMAGE_ADDRESS,
  IMAGE_NAME_CHARACTERS,
  IMAGE_NAME_MAX,
  MEMORY_MB,
  OS_TYPES,
  QUICK_DATA_DISK_GB,
  SYSTEM_DISK_GB,
  SYSTEM_IMAGE_TYPES,
  TAG_KEY_MAX,
  TAG_PART_CHARACTERS,
  TAG_VALUE_MAX,
  TAGS_MAX,
  UUID,
} from '../rules.ts'

const name = z.string().check(
  z.minLength(1),
  z.maxLength(IMAGE_NAME_MAX),
  z.regex(IMAGE_NAME_CHARACTERS),
  z.refine((text) => text.trim() === text),
)
const description = z.string().check(z.maxLength(DESCRIPTION_MAX), z.regex(DESCRIPTION_CHARACTERS))
const imageUrl = z.string().check(z.regex(IMAGE_ADDRESS))
const gigabytes = (range: { min: number; max: number }) =>
  z.int().check(z.minimum(range.min), z.maximum(range.max))
const megabytes = z.int().check(z.minimum(MEMORY_MB.min), z.maximum(MEMORY_MB.max))
const dottedTags = z.array(z.string().check(z.regex(DOTTED_TAG))).check(z.maxLength(TAGS_MAX))
const tagPart = (max: number) => z.string().check(z.maxLength(max), z.regex(TAG_PART_CHARACTERS))
const imageTags = z
  .array(z.object({ key: tagPart(TAG_KEY_MAX).check(z.minLength(1)), value: tagPart(TAG_VALUE_MAX) }))
  .check(z.maxLength(TAGS_MAX))

const common = {
  name,
  description: z.optional(description),
  image_url: imageUrl,
  enterprise_project_id: z.optional(z.string().check(z.regex(ENTERPRISE_PROJECT_ID))),
  tags: z.optional(dottedTags),
  image_tags: z.optional(imageTags),
}

/** `POST /v2/cloudimages/action` with a file as source (ims.md 1). */
export const createSystemImage = z.object({
  ...common,
  min_disk: gigabytes(SYSTEM_DISK_GB),
  os_type: z.optional(z.enum(OS_TYPES)),
  os_version: z.optional(z.string().check(z.minLength(1))),
  is_config: z.optional(z.boolean()),
  is_config_init: z.optional(z.boolean()),
  cmk_id: z.optional(z.string().check(z.regex(UUID))),
  type: z.optional(z.enum(SYSTEM_IMAGE_TYPES)),
  min_ram: z.optional(megabytes),
  max_ram: z.optional(megabytes),
  is_quick_import: z.optional(z.boolean()),
  hw_firmware_type: z.optional(z.enum(FIRMWARE_TYPES)),
  architecture: z.optional(z.enum(ARCHITECTURES)),
})
export type CreateSystemImage = z.infer<typeof createSystemImage>

/** `POST /v1/cloudimages/dataimages/action` (ims.md 2). */
export const createDataImage = z.object({
  ...common,
  min_disk: gigabytes(DATA_DISK_GB),
  os_type: z.optional(z.enum(DATA_DISK_OS_TYPES)),
  cmk_id: z.optional(z.string().check(z.regex(UUID))),
})
export type CreateDataImage = z.infer<typeof createDataImage>

/** `POST /v2/cloudimages/quickimport/action`, system disk (ims.md 3). */
export const quickImportSystem = z.object({
  ...common,
  min_disk: gigabytes(SYSTEM_DISK_GB),
  os_version: z.string().check(z.minLength(1)),
  type: z.optional(z.enum(['ECS', 'BMS'])),
  hw_firmware_type: z.optional(z.enum(FIRMWARE_TYPES)),
  architecture: z.optional(z.enum(ARCHITECTURES)),
})
export type QuickImportSystem = z.infer<typeof quickImportSystem>

/** `POST /v2/cloudimages/quickimport/action`, data disk: its `type` tells the two apart (ims.md 3). */
export const quickImportData = z.object({
  ...common,
  min_disk: gigabytes(QUICK_DATA_DISK_GB),
  type: z.literal('DataImage'),
  os_type: z.optional(z.enum(DATA_DISK_OS_TYPES)),
})
export type QuickImportData = z.infer<typeof quickImportData>

/** What every call that starts a job answers. */
export const jobAccepted = z.object({ job_id: z.string().check(z.regex(HEX_ID)) })

/**
 * `GET /v1/{project_id}/jobs/{job_id}` (ims.md 4). Words stay open strings: prose and table of the contract
 * disagree on their case, and job types grow without notice. `entities` may be `{}` or absent while running.
 */
export const imsJob = z.looseObject({
  job_id: z.string(),
  job_type: z.optional(z.string()),
  status: z.string(),
  begin_time: z.nullish(z.string()),
  end_time: z.nullish(z.string()),
  error_code: z.nullish(z.string()),
  fail_reason: z.nullish(z.string()),
  entities: z.nullish(
    z.looseObject({
      image_id: z.nullish(z.string()),
      image_name: z.nullish(z.string()),
      process_percent: z.nullish(z.number()),
    }),
  ),
})
export type ImsJob = z.infer<typeof imsJob>

const text = z.optional(z.nullable(z.string()))

/**
 * An image as list and native detail give it (ims.md 5, 6). Only `id` and `status` are certain; unknown
 * `__…` properties appear without notice and are kept.
 */
export const imsImage = z.looseObject({
  id: z.string(),
  status: z.string(),
  name: text,
  owner: text,
  visibility: text,
  protected: z.nullish(z.boolean()),
  min_disk: z.nullish(z.number()),
  min_ram: z.nullish(z.number()),
  max_ram: z.nullish(z.union([z.string(), z.number()])),
  disk_format: text,
  container_format: text,
  tags: z.nullish(z.array(z.string())),
  virtual_env_type: text,
  hw_firmware_type: text,
  hw_vif_multiqueue_enabled: text,
  created_at: text,
  updated_at: text,
  active_at: text,
  enterprise_project_id: text,
  __imagetype: text,
  __image_size: text,
  __os_type: text,
  __os_version: text,
  __os_bit: text,
  __platform: text,
  __description: text,
  /** As OpenStack's own tools write it; IMS has the member above. */
  description: text,
  __root_origin: text,
  __data_origin: text,
  __is_config_init: text,
  __originalimagename: text,
  __whole_image: text,
  __system__cmkid: text,
  __support_arm: text,
  __support_fc_inject: text,
})
export type ImsImage = z.infer<typeof imsImage>

/** `GET /v2/cloudimages` (ims.md 5): no total, no link to the next page. */
export const imsImageList = z.object({ images: z.array(imsImage) })

/** `GET /v2/images` (ims.md 6): the link to the next page is absent on the last one. */
export const nativeImageList = z.object({ images: z.array(imsImage), next: z.optional(z.string()) })

/** `GET /v1/cloudimages/quota` (ims.md 13). */
export const imsQuota = z.object({
  quotas: z.object({
    resources: z.array(z.object({ type: z.string(), used: z.number(), quota: z.number() })),
  }),
})

/** A project that an image is shared with (ims.md 11); statuses stay open strings. */
export const imsMember = z.looseObject({
  image_id: z.string(),
  member_id: z.string(),
  status: z.string(),
  created_at: text,
  updated_at: text,
})
export type ImsMember = z.infer<typeof imsMember>

/** `GET /v2/images/{id}/members`. */
export const imsMemberList = z.object({ members: z.array(imsMember) })

/** `POST /v1/cloudimages/{image_id}/file` (ims.md 13): a quick export takes no format. */
export const exportImage = z.object({
  bucket_url: imageUrl,
  file_format: z.optional(z.enum(EXPORT_FORMATS)),
  is_quick_export: z.optional(z.boolean()),
})
export type ExportImage = z.infer<typeof exportImage>

/** `POST /v1/cloudimages/{image_id}/copy` (ims.md 13). */
export const copyImage = z.object({
  name,
  description: z.optional(description),
  cmk_id: z.optional(z.string().check(z.regex(UUID))),
  enterprise_project_id: z.optional(z.string().check(z.regex(ENTERPRISE_PROJECT_ID))),
})
export type CopyImage = z.infer<typeof copyImage>
