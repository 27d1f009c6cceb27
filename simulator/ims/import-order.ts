import {
  createDataImage,
  createSystemImage,
  quickImportData,
  quickImportSystem,
} from '../../lib/cloud/wire/ims.ts'
import { isListedOsVersion } from './os-versions.ts'
import type { Refusal } from './refusal.ts'

export type ImportCall = 'system' | 'data' | 'quick'

/** An import as it was asked for, whichever of the three calls it came by. Sizes are GB of 2^30, RAM is MB. */
export type ImportOrder = {
  target: 'system' | 'data' | 'iso'
  quick: boolean
  name: string
  description: string
  bucket: string
  key: string
  minDiskGb: number
  minRamMb: number
  maxRamMb?: number
  isBareMetal: boolean
  osType?: string
  osVersion?: string
  firmware?: string
  isConfig: boolean
  isConfigInit?: boolean
  isArm: boolean
  /** `key=value` or `key`, the form images carry (ims.md 5). */
  tags: string[]
  enterpriseProjectId: string
  /** As sent: whether such a key exists is checked last (ims.md 1). */
  cmkId?: unknown
}

export type OrderOrRefusal = { ok: true; order: ImportOrder; unknown: string[] } | ({ ok: false } & Refusal)

const refuse = (code: string, message: string): OrderOrRefusal => ({ ok: false, code, message })

/** Members that other sources of the same calls use (ims.md 1b, 3); known, though not of a file import. */
const ALL_CALLS = [createSystemImage, createDataImage, quickImportSystem, quickImportData]
const KNOWN = new Set([
  ...ALL_CALLS.flatMap((each) => Object.keys(each.shape)),
  'data_images',
  'instance_id',
  'volume_id',
])

/** Order of the fields in which a first violation decides the code (ims.md 1, synchronous checks). */
const FIELD_ORDER = [
  'name',
  'description',
  'image_url',
  'min_disk',
  'min_ram',
  'max_ram',
  'type',
  'os_type',
  'os_version',
  'hw_firmware_type',
  'architecture',
  'tags',
  'image_tags',
  'enterprise_project_id',
]

/** Reads a body that is a JSON object into an order, or says which code refuses it. */
export function readOrder(call: ImportCall, body: Record<string, unknown>): OrderOrRefusal {
  const { cmk_id, ...rest } = body
  const parsed = parseCall(call, rest)
  const failed = parsed.success ? undefined : firstField(parsed.error.issues)
  const missingOs = osVersionRefusal(call, rest)
  const osAt = FIELD_ORDER.indexOf('os_version')
  if (failed !== undefined && (!missingOs || FIELD_ORDER.indexOf(failed) < osAt)) {
    if (FIELD_ORDER.includes(failed)) return { ok: false, ...fieldRefusal(failed, rest[failed]) }
    return refuse('IMG.0001', `${failed} has the wrong type.`)
  }
  if (missingOs) return missingOs
  if (!parsed.success) return refuse('IMG.0001', 'The request is not valid.')

  const order = parsed.data
  if (order.isArm && order.firmware === 'bios') {
    return refuse('IMG.0141', 'An Arm image boots by uefi only.')
  }
  if (rest.tags !== undefined && rest.image_tags !== undefined) {
    return refuse('IMG.0115', 'tags and image_tags exclude each other.')
  }
  if (cmk_id !== undefined && cmk_id !== null && cmk_id !== '') order.cmkId = cmk_id
  return { ok: true, order, unknown: Object.keys(body).filter((member) => !KNOWN.has(member)) }
}

function firstField(issues: readonly { path: PropertyKey[] }[]): string {
  const fields = issues.map((issue) => String(issue.path[0] ?? ''))
  const known = FIELD_ORDER.find((field) => fields.includes(field))
  return known ?? fields[0] ?? ''
}

type Issue = { path: PropertyKey[] }
type Parsed = { success: true; data: ImportOrder } | { success: false; error: { issues: Issue[] } }

function parseCall(call: ImportCall, body: Record<string, unknown>): Parsed {
  if (call === 'data') return ordered(createDataImage.safeParse(body), { target: 'data', quick: false })
  if (call === 'quick' && body.type === 'DataImage') {
    return ordered(quickImportData.safeParse(body), { target: 'data', quick: true })
  }
  if (call === 'quick') return ordered(quickImportSystem.safeParse(body), { target: 'system', quick: true })
  const target = body.type === 'IsoImage' ? 'iso' : 'system'
  return ordered(createSystemImage.safeParse(body), { target, quick: body.is_quick_import === true })
}

/** What the four shapes come to: each member as IMS takes it, some absent in some calls. */
type AnyCall = {
  name: string
  image_url: string
  min_disk: number
  description?: string | undefined
  tags?: string[] | undefined
  image_tags?: { key: string; value: string }[] | undefined
  enterprise_project_id?: string | undefined
  type?: string | undefined
  os_type?: string | undefined
  os_version?: string | undefined
  is_config?: boolean | undefined
  is_config_init?: boolean | undefined
  min_ram?: number | undefined
  max_ram?: number | undefined
  hw_firmware_type?: string | undefined
  architecture?: string | undefined
}

function ordered(
  parsed:
    | { success: true; data: AnyCall; error?: undefined }
    | { success: false; error: { issues: Issue[] } },
  kind: Pick<ImportOrder, 'target' | 'quick'>,
): Parsed {
  if (!parsed.success) return parsed
  const wire = parsed.data
  const colon = wire.image_url.indexOf(':')
  const data: ImportOrder = {
    ...kind,
    name: wire.name,
    description: wire.description ?? '',
    bucket: wire.image_url.slice(0, colon),
    key: wire.image_url.slice(colon + 1),
    minDiskGb: wire.min_disk,
    minRamMb: wire.min_ram ?? 0,
    isBareMetal: wire.type === 'BMS' || wire.type === 'Ironic',
    isConfig: wire.is_config ?? false,
    isArm: wire.architecture === 'arm',
    tags: [
      ...(wire.tags ?? []).map((tag) => tag.replace('.', '=')),
      ...(wire.image_tags ?? []).map((tag) => `${tag.key.trim()}=${tag.value.trim()}`),
    ],
    enterpriseProjectId: wire.enterprise_project_id ?? '0',
  }
  if (wire.max_ram !== undefined) data.maxRamMb = wire.max_ram
  if (wire.os_type !== undefined) data.osType = wire.os_type
  if (wire.os_version !== undefined) data.osVersion = wire.os_version
  if (wire.hw_firmware_type !== undefined) data.firmware = wire.hw_firmware_type
  // Arm forces uefi (ims.md 3).
  else if (data.isArm) data.firmware = 'uefi'
  if (wire.is_config_init !== undefined) data.isConfigInit = wire.is_config_init
  return { success: true, data }
}

function osVersionRefusal(call: ImportCall, body: Record<string, unknown>): OrderOrRefusal | undefined {
  const value = body.os_version
  const isAbsent = value === undefined || value === null || value === ''
  if (call === 'data' || (call === 'quick' && body.type === 'DataImage')) return undefined
  if (isAbsent && call === 'system' && body.type === 'IsoImage') {
    return refuse('IMG.0166', 'An ISO image needs os_version.')
  }
  if (isAbsent && (call === 'quick' || body.is_quick_import === true)) {
    return refuse('IMG.0056', 'A quick import needs os_version.')
  }
  if (typeof value === 'string' && !isAbsent && !isListedOsVersion(value)) {
    return refuse('IMG.0056', `os_version "${value}" is not in the list.`)
  }
  return undefined
}

function fieldRefusal(field: string, value: unknown): Refusal {
  switch (field) {
    case 'name':
      if (value === undefined || value === null || value === '') {
        return { code: 'IMG.0013', message: 'name is missing.' }
      }
      return typeof value === 'string' && value.length > 128
        ? { code: 'IMG.0002', message: 'name has more than 128 characters.' }
        : { code: 'IMG.0003', message: 'name holds characters that are not allowed.' }
    case 'description':
      return typeof value === 'string' && value.length > 1024
        ? { code: 'IMG.0004', message: 'description has more than 1024 characters.' }
        : { code: 'IMG.0054', message: 'description holds characters that are not allowed.' }
    case 'image_url':
      return addressRefusal(value)
    case 'min_disk':
    case 'min_ram':
    case 'max_ram':
      return { code: 'IMG.0055', message: `${field} is missing or out of range.` }
    case 'type':
      return { code: 'IMG.0024', message: 'type is not one of the image types.' }
    case 'os_type':
      return { code: 'IMG.0122', message: 'os_type is not one of the system types.' }
    case 'os_version':
      return { code: 'IMG.0056', message: 'os_version is not valid.' }
    case 'hw_firmware_type':
      return { code: 'IMG.0141', message: 'hw_firmware_type must be bios or uefi.' }
    case 'architecture':
      return { code: 'IMG.0212', message: 'architecture must be x86 or arm.' }
    case 'enterprise_project_id':
      return { code: 'IMG.0155', message: 'enterprise_project_id must be 0 or a UUID.' }
    default:
      return Array.isArray(value) && value.length > 10
        ? { code: 'IMG.0116', message: 'An image has at most 10 tags.' }
        : { code: 'IMG.0115', message: `${field} holds a tag that is not allowed.` }
  }
}

function addressRefusal(value: unknown): Refusal {
  if (typeof value !== 'string' || !value.includes(':')) {
    return { code: 'IMG.0017', message: 'image_url must be bucket:key.' }
  }
  const bucket = value.slice(0, value.indexOf(':'))
  const key = value.slice(bucket.length + 1)
  if (bucket === '') return { code: 'IMG.0068', message: 'image_url names no bucket.' }
  if (key.startsWith('//')) return { code: 'IMG.0017', message: 'image_url must have no scheme.' }
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) {
    return { code: 'IMG.0109', message: 'The bucket name in image_url is not valid.' }
  }
  if (/\s/.test(key)) return { code: 'IMG.0175', message: 'The key in image_url holds a blank.' }
  return { code: 'IMG.0017', message: 'image_url must be bucket:key.' }
}
