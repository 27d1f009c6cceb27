import { type Refusal, type Result, refuse } from './refusal.ts'

/** Largest memory taken, in MB; no bound is documented, this keeps it inside a 32-bit integer (inferred). */
const MEMORY_MAX_MB = 16_777_216
const NAME = /^(?! )[A-Za-z0-9._ -]{1,128}(?<! )$/
const DESCRIPTION = /^[^<>\r\n]{0,1024}$/
const ENTERPRISE_PROJECT = /^(0|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** Why a name cannot be one (ims.md 14), if so. */
export function nameRefusal(value: unknown): Refusal | undefined {
  if (value === undefined || value === null || value === '') {
    return { code: 'IMG.0013', message: 'The name is missing.' }
  }
  if (typeof value === 'string' && value.length > 128) {
    return { code: 'IMG.0002', message: 'The name has more than 128 characters.' }
  }
  if (typeof value !== 'string' || !NAME.test(value)) {
    return { code: 'IMG.0003', message: 'The name holds characters that are not allowed.' }
  }
  return undefined
}

/** Why a description cannot be one (ims.md 14), if so. */
export function descriptionRefusal(value: unknown): Refusal | undefined {
  if (typeof value === 'string' && value.length > 1024) {
    return { code: 'IMG.0004', message: 'The description has more than 1024 characters.' }
  }
  if (typeof value !== 'string' || !DESCRIPTION.test(value)) {
    return { code: 'IMG.0054', message: 'The description holds characters that are not allowed.' }
  }
  return undefined
}

type ReadValue = (value: unknown) => Result<unknown>

const text =
  (refusal: (value: unknown) => Refusal | undefined): ReadValue =>
  (value) => {
    const refused = refusal(value)
    return refused ? { ok: false, ...refused } : { ok: true, value }
  }

const oneOf =
  (values: readonly string[], code: string): ReadValue =>
  (value) =>
    typeof value === 'string' && values.includes(value)
      ? { ok: true, value }
      : refuse(code, `The value must be one of ${values.join(', ')}.`)

const memory =
  (shown: (megabytes: number) => unknown): ReadValue =>
  (value) => {
    const number = typeof value === 'string' && /^\d{1,8}$/.test(value) ? Number(value) : value
    return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= MEMORY_MAX_MB
      ? { ok: true, value: shown(number) }
      : refuse('IMG.0055', 'Memory is a whole number of MB.')
  }

const flag = oneOf(['true', 'false'], 'IMG.0001')
const word: ReadValue = (value) =>
  typeof value === 'string' && value.length > 0 && value.length <= 255
    ? { ok: true, value }
    : refuse('IMG.0001', 'The value must be text of 1 to 255 characters.')

/**
 * What `PATCH /v2/cloudimages/{id}` may change (ims.md 7), with how a value is read into the form images carry:
 * memory comes as an integer or as digits, everything else as text.
 */
export const CHANGEABLE: ReadonlyMap<string, ReadValue> = new Map([
  ['name', text(nameRefusal)],
  ['__description', text(descriptionRefusal)],
  ['min_ram', memory((megabytes) => megabytes)],
  ['max_ram', memory(String)],
  ['hw_firmware_type', oneOf(['bios', 'uefi'], 'IMG.0141')],
  ['hw_vif_multiqueue_enabled', flag],
  ['__is_config_init', flag],
  [
    'enterprise_project_id',
    (value) =>
      typeof value === 'string' && ENTERPRISE_PROJECT.test(value)
        ? { ok: true, value }
        : refuse('IMG.0155', 'An enterprise project is 0 or a UUID.'),
  ],
  ['__support_xen', flag],
  ['__support_largememory', flag],
  ['__support_diskintensive', flag],
  ['__support_highperformance', flag],
  ['__support_xen_gpu_type', word],
  ['__support_kvm_gpu_type', word],
  ['__support_xen_hana', flag],
  ['__support_kvm_infiniband', flag],
  ['__support_fc_inject', flag],
  ['__support_amd', flag],
  ['__support_kvm_hi1822_hisriov', flag],
  ['__support_kvm_hi1822_hivirtionet', flag],
])

/** Of those, what an image always has: not to be removed. */
export const NEVER_REMOVED: ReadonlySet<string> = new Set(['name', 'min_ram', 'enterprise_project_id'])

/** Attributes of every image that only the service sets (ims.md 5). */
const FIXED: ReadonlySet<string> = new Set([
  ...['id', 'status', 'owner', 'visibility', 'protected', 'min_disk', 'tags', 'size', 'virtual_size'],
  ...['disk_format', 'container_format', 'checksum', 'virtual_env_type', 'created_at', 'updated_at'],
  ...['active_at', 'file', 'self', 'schema', 'locations', 'direct_url', 'os_hidden'],
])

/** An extension attribute of one's own: no capitals, and none of the service's names (ims.md 7). */
export function isOwnAttribute(name: string): boolean {
  return /^[a-z0-9][a-z0-9_.:-]{0,254}$/.test(name) && !FIXED.has(name) && !CHANGEABLE.has(name)
}

export const readOwnAttribute: ReadValue = (value) =>
  typeof value === 'string' && value.length <= 255
    ? { ok: true, value }
    : refuse('IMG.0001', 'An own attribute is text of at most 255 characters.')
