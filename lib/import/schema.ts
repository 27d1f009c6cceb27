/**
 * The one schema of the import form: an ImportDraft, as the screen holds it, becomes an ImportRequest. The
 * form's resolver and the action both parse with it. Fields that the chosen call does not take (ims.md 1 to 3)
 * are neither judged nor sent, so a value in a hidden field never blocks.
 */
import * as z from 'zod/mini'
import type { DataDiskImport, ImportRequest, SystemDiskImport } from '../cloud/import-request.ts'
import { DATA_DISK_GB, QUICK_DATA_DISK_GB, SYSTEM_DISK_GB } from '../cloud/rules.ts'
import {
  readDescription,
  readEnterpriseProjectId,
  readImageName,
  readKmsKeyId,
  readMemoryLimit,
  readWholeNumber,
} from '../images/field-rules.ts'
import { parseImageFile } from '../images/image-file.ts'
import { parseTags } from '../images/tags.ts'
import type { Result } from '../result.ts'
import { type ImportDraft, importDraft } from './draft.ts'
import { readOsVersion } from './operating-systems.ts'

/** Refuses a field with a sentence. The first one of a field is shown. */
type Refuse = (field: keyof ImportDraft, message: string) => void

/** Smallest and largest disk of an import, shared with the number field of the form (ims.md 1 to 3). */
export function diskRange({ kind, quickImport }: Pick<ImportDraft, 'kind' | 'quickImport'>) {
  if (kind === 'system') return SYSTEM_DISK_GB
  return quickImport ? QUICK_DATA_DISK_GB : DATA_DISK_GB
}

/** Why an encryption key cannot go with the rest of the draft, null when it can (ims.md 1, 3: IMG.0118, constraints). */
function encryptionObstacle(draft: ImportDraft): string | null {
  if (draft.quickImport) return 'Quick import cannot encrypt.'
  if (draft.kind === 'data' || draft.madeFor === 'cloud-server') return null
  return draft.madeFor === 'iso-installer'
    ? 'ISO images cannot be encrypted.'
    : 'Images for bare metal servers cannot be encrypted.'
}

/** The value, or undefined after refusing the field. */
function take<T>(refuse: Refuse, field: keyof ImportDraft, read: Result<T, string>): T | undefined {
  if (read.ok) return read.value
  refuse(field, read.error)
  return undefined
}

function readCommon(draft: ImportDraft, refuse: Refuse) {
  const { kind, quickImport } = draft
  const limitNote = kind === 'data' && quickImport ? ' Quick import takes data disks up to 1024 GB.' : ''
  const kmsKeyId = take(refuse, 'kmsKeyId', readKmsKeyId(draft.kmsKeyId))
  const obstacle = encryptionObstacle(draft)
  if (obstacle && draft.kmsKeyId.trim() !== '') refuse('kmsKeyId', `Clear the encryption key. ${obstacle}`)
  return {
    file: take(refuse, 'imageFile', parseImageFile(draft.imageFile)),
    name: take(refuse, 'imageName', readImageName(draft.imageName)),
    minDiskGb: take(refuse, 'minDiskGb', readWholeNumber(draft.minDiskGb, 'GB', diskRange(draft), limitNote)),
    description: take(refuse, 'description', readDescription(draft.description)),
    tags: take(refuse, 'tags', parseTags(draft.tags)),
    quickImport,
    enterpriseProjectId: take(
      refuse,
      'enterpriseProjectId',
      readEnterpriseProjectId(draft.enterpriseProjectId),
    ),
    kmsKeyId,
  }
}

function readOwnOsVersion(draft: ImportDraft, refuse: Refuse) {
  const osVersion = take(refuse, 'osVersion', readOsVersion(draft.osVersion))
  if (osVersion !== null) return osVersion
  if (draft.madeFor === 'iso-installer')
    refuse('osVersion', 'Choose the operating system. ISO files need it.')
  else if (draft.quickImport) refuse('osVersion', 'Choose the operating system. Quick import needs it.')
  return osVersion
}

/** Quick import takes neither memory limits nor configuration (ims.md 3): they are left out of its request. */
function readPreparation(draft: ImportDraft, refuse: Refuse) {
  if (draft.quickImport) {
    return { automaticConfiguration: false, initialConfigurationDone: false, minRamMb: null, maxRamMb: null }
  }
  const minRamMb = take(refuse, 'minRamMb', readMemoryLimit(draft.minRamMb))
  const maxRamMb = take(refuse, 'maxRamMb', readMemoryLimit(draft.maxRamMb))
  if (minRamMb && maxRamMb && maxRamMb <= minRamMb) {
    refuse('maxRamMb', `Enter more than the minimum, ${minRamMb}, or leave it empty.`)
  }
  const { automaticConfiguration, initialConfigurationDone } = draft
  return { automaticConfiguration, initialConfigurationDone, minRamMb, maxRamMb }
}

function readSystemDisk(draft: ImportDraft, refuse: Refuse) {
  const { madeFor, bootMode, architecture } = draft
  if (architecture === 'arm' && bootMode !== 'uefi') {
    refuse('bootMode', 'Choose UEFI. Arm servers boot with UEFI only.')
  }
  if (madeFor === 'iso-installer' && draft.quickImport) {
    refuse('quickImport', 'Untick quick import. It takes no ISO files.')
  }
  return {
    kind: 'system' as const,
    ...readCommon(draft, refuse),
    madeFor,
    osVersion: readOwnOsVersion(draft, refuse),
    bootMode,
    architecture,
    ...readPreparation(draft, refuse),
  }
}

function readDataDisk(draft: ImportDraft, refuse: Refuse) {
  return { kind: 'data' as const, ...readCommon(draft, refuse), osType: draft.osType }
}

/** What the readers return: each value, or undefined where a field was refused. */
type Partly<T> = { [K in keyof T]: T[K] | undefined }

const isWhole = <T extends object>(partly: Partly<T>): partly is T =>
  Object.values(partly).every((value) => value !== undefined)

export const importRequest = z.pipe(
  importDraft,
  z.transform((draft: ImportDraft, context): ImportRequest => {
    const refused = new Set<keyof ImportDraft>()
    const refuse: Refuse = (field, message) => {
      if (refused.has(field)) return
      refused.add(field)
      context.issues.push({ code: 'custom', path: [field], message, input: draft[field] })
    }
    const read: Partly<SystemDiskImport> | Partly<DataDiskImport> =
      draft.kind === 'system' ? readSystemDisk(draft, refuse) : readDataDisk(draft, refuse)
    if (refused.size === 0 && isWhole<ImportRequest>(read)) return read
    return z.NEVER
  }),
)
