/**
 * An import as the console speaks of it, between the form's schema (which makes it) and the IMS client (which
 * puts it into wire words). Also what is kept with the job, so that the form can be filled in again.
 */
import * as z from 'zod/mini'
import { ARCHITECTURES, DATA_DISK_OS_TYPES, FIRMWARE_TYPES } from './rules.ts'

export const MADE_FOR = ['cloud-server', 'bare-metal-server', 'iso-installer'] as const

const tag = z.object({ key: z.string(), value: z.nullable(z.string()) })
export type ImageTag = z.infer<typeof tag>

const common = {
  file: z.object({ bucket: z.string(), key: z.string() }),
  name: z.string(),
  /** GB as IMS counts them: 1 GB is 1 GiB. */
  minDiskGb: z.number(),
  description: z.string(),
  tags: z.array(tag),
  quickImport: z.boolean(),
  enterpriseProjectId: z.nullable(z.string()),
  kmsKeyId: z.nullable(z.string()),
}

export const systemDiskImport = z.object({
  kind: z.literal('system'),
  ...common,
  madeFor: z.enum(MADE_FOR),
  /** An exact value of the list IMS accepts; null leaves it to IMS, which looks into the file. */
  osVersion: z.nullable(z.string()),
  bootMode: z.enum(FIRMWARE_TYPES),
  architecture: z.enum(ARCHITECTURES),
  automaticConfiguration: z.boolean(),
  initialConfigurationDone: z.boolean(),
  /** MB; null is no limit. */
  minRamMb: z.nullable(z.number()),
  maxRamMb: z.nullable(z.number()),
})
export type SystemDiskImport = z.infer<typeof systemDiskImport>

export const dataDiskImport = z.object({
  kind: z.literal('data'),
  ...common,
  osType: z.enum(DATA_DISK_OS_TYPES),
})
export type DataDiskImport = z.infer<typeof dataDiskImport>

export type ImportRequest = SystemDiskImport | DataDiskImport
