/** The import form's values, as the screen holds them: text, choices and ticks. importRequest makes the request of them. */
import * as z from 'zod/mini'
import type { ImportField } from '../cloud/explained-error.ts'
import { MADE_FOR } from '../cloud/import-request.ts'
import { ARCHITECTURES, DATA_DISK_OS_TYPES, FIRMWARE_TYPES } from '../cloud/rules.ts'

export const importDraft = z.object({
  kind: z.enum(['system', 'data']),
  /** `bucket:key`; other ways to write the address are turned into it. */
  imageFile: z.string(),
  imageName: z.string(),
  minDiskGb: z.string(),
  /** Empty: left to IMS. */
  osVersion: z.string(),
  description: z.string(),
  /** As typed, `key.value` or `key=value`. */
  tags: z.array(z.string()),
  bootMode: z.enum(FIRMWARE_TYPES),
  automaticConfiguration: z.boolean(),
  madeFor: z.enum(MADE_FOR),
  architecture: z.enum(ARCHITECTURES),
  minRamMb: z.string(),
  maxRamMb: z.string(),
  initialConfigurationDone: z.boolean(),
  kmsKeyId: z.string(),
  quickImport: z.boolean(),
  enterpriseProjectId: z.string(),
  /** Data disk only. */
  osType: z.enum(DATA_DISK_OS_TYPES),
})
export type ImportDraft = z.infer<typeof importDraft>

export const EMPTY_DRAFT: ImportDraft & Record<ImportField, unknown> = {
  kind: 'system',
  imageFile: '',
  imageName: '',
  minDiskGb: '',
  osVersion: '',
  description: '',
  tags: [],
  bootMode: 'bios',
  automaticConfiguration: true,
  madeFor: 'cloud-server',
  architecture: 'x86',
  minRamMb: '',
  maxRamMb: '',
  initialConfigurationDone: false,
  kmsKeyId: '',
  quickImport: false,
  enterpriseProjectId: '',
  osType: 'Linux',
}
