/**
 * An image as routes send it and pages show it: IMS's properties in TypeScript names, its strings turned into
 * what they mean. `raw` is the answer as IMS gave it. Times are epoch milliseconds.
 */
import * as z from 'zod/mini'
import type { ImageApi } from '../config/image-apis.ts'
import { JOB_STATES } from '../jobs/states.ts'

/** `importing` is queued or saving; anything IMS may add later is `other`, shown by its own word. */
export const IMAGE_STATES = ['importing', 'active', 'error', 'deactivated', 'deleted', 'other'] as const
export type ImageState = (typeof IMAGE_STATES)[number]

/** What a project said to an image that another one shares to it. */
export const MEMBER_STATUSES = ['pending', 'accepted', 'rejected'] as const
export type MemberStatus = (typeof MEMBER_STATUSES)[number]

export const IMAGE_KINDS = ['system', 'data', 'iso', 'bare-metal', 'other'] as const
export type ImageKind = (typeof IMAGE_KINDS)[number]

export const imageSummary = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  state: z.enum(IMAGE_STATES),
  /** IMS's own word, as it came. */
  status: z.string(),
  kind: z.enum(IMAGE_KINDS),
  /** "Debian GNU/Linux 10.0.0 64bit"; null when IMS says none. */
  osVersion: z.nullable(z.string()),
  minDiskGb: z.nullable(z.number()),
  /** Bytes in the image store; null until IMS knows. */
  sizeBytes: z.nullable(z.number()),
  bootMode: z.nullable(z.enum(['bios', 'uefi'])),
  tags: z.array(z.string()),
  createdAt: z.nullable(z.number()),
  visibility: z.nullable(z.string()),
  /** Owned by this project; otherwise shared to it or public. */
  own: z.boolean(),
  /** "Linux", "Windows", "Other", or whatever IMS adds; null when it says none. */
  osType: z.nullable(z.string()),
  /** "Debian", "Windows", …; null when IMS says none. */
  platform: z.nullable(z.string()),
  /** `x86`, `arm`, or the word of another cloud for what is neither; null where it says nothing. */
  architecture: z.nullable(z.string()),
  minRamMb: z.nullable(z.number()),
  /** Format in the image store (zvhd2, zvhd, …), not of the file it was made from. */
  diskFormat: z.nullable(z.string()),
  isEncrypted: z.boolean(),
  isProtected: z.nullable(z.boolean()),
  updatedAt: z.nullable(z.number()),
  ownerProjectId: z.nullable(z.string()),
})
export type ImageSummary = z.infer<typeof imageSummary>

/** Whether a server started from it, as somebody of the project said. */
export const bootTrial = z.object({
  boots: z.boolean(),
  /** The image's at that time: another one since makes the trial one of another image. */
  bootMode: z.nullable(z.enum(['bios', 'uefi'])),
  by: z.string(),
  at: z.number(),
})
export type BootTrial = z.infer<typeof bootTrial>

export const imageView = z.extend(imageSummary, {
  description: z.nullable(z.string()),
  osBit: z.nullable(z.string()),
  maxRamMb: z.nullable(z.number()),
  containerFormat: z.nullable(z.string()),
  activeAt: z.nullable(z.number()),
  kmsKeyId: z.nullable(z.string()),
  enterpriseProjectId: z.nullable(z.string()),
  /** `bucket:key` it was imported from, when IMS says so. */
  sourceFile: z.nullable(z.string()),
  /** The image it was made from, by its id; null when it came from a file or IMS does not say. */
  madeFromImage: z.nullable(z.string()),
  /** Holds all disks of a server (IMS: full-ECS). */
  isWholeServer: z.boolean(),
  initialConfigurationDone: z.nullable(z.boolean()),
  multiqueue: z.nullable(z.boolean()),
  /** False where IMS says that cloud-init cannot be used; null when it does not say. */
  cloudInit: z.nullable(z.boolean()),
  /** Names of `__support_…` properties that are "true", without the prefix. */
  support: z.array(z.string()),
  /** Everything else IMS sent, as it came: name and value as text. */
  other: z.array(z.object({ name: z.string(), value: z.string() })),
  raw: z.unknown(),
  readAt: z.number(),
  /** The import that made it, when Slipway sent or watched it. */
  job: z.nullable(
    z.object({
      id: z.string(),
      /** Null where Slipway did not send it: then somebody has added its job by the id that IMS gave. */
      startedBy: z.nullable(z.string()),
      addedBy: z.nullable(z.string()),
      submittedAt: z.number(),
      sentAt: z.nullable(z.number()),
      endedAt: z.nullable(z.number()),
      /** `bucket:key`; null where it is not known. */
      file: z.nullable(z.string()),
      /** The image it is a copy of; null for an import. */
      copyOf: z.nullable(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  /** Null where nobody has said anything. */
  bootTrial: z.nullable(bootTrial),
  /** Exports and copies of it that were started here, the newest first. */
  madeOfIt: z.array(
    z.object({
      jobId: z.string(),
      kind: z.enum(['export', 'copy']),
      state: z.enum(JOB_STATES),
      /** The file in a bucket of an export. */
      file: z.nullable(z.string()),
      /** The image that a copy made, once it is there. */
      imageId: z.nullable(z.string()),
      imageName: z.string(),
      submittedAt: z.number(),
      endedAt: z.nullable(z.number()),
    }),
  ),
})
export type ImageView = z.infer<typeof imageView>

/** The image service of the session's region, as pages may know it. */
export type ImageService = {
  api: ImageApi
  /** Its address, without a version. */
  url: string
}

/** `GET /api/images`: one page of what IMS has in a scope, the newest first. */
export const imagePage = z.object({
  images: z.array(imageSummary),
  /** The image after which the next page begins; null at the end. IMS gives no total. */
  next: z.nullable(z.string()),
  readAt: z.number(),
})
export type ImagePage = z.infer<typeof imagePage>

export const quotaView = z.object({ used: z.number(), quota: z.number() })
export type QuotaView = z.infer<typeof quotaView>

/** `GET /api/images/:imageId/members`: the projects an image is shared with. */
export const memberList = z.object({
  members: z.array(
    z.object({
      projectId: z.string(),
      /** `pending`, `accepted`, `rejected`, or whatever the cloud adds. */
      status: z.string(),
      since: z.nullable(z.number()),
      /** When the status was last changed. */
      answeredAt: z.nullable(z.number()),
    }),
  ),
  readAt: z.number(),
})
export type MemberList = z.infer<typeof memberList>
