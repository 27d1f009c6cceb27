/**
 * From an image as IMS sends it to an image as the console shows it (ims.md 5): strings become what they mean, and
 * what is not understood is kept instead of guessed. Nothing here throws: one odd image must not hide the list.
 */
import { hasImsWord, inImsWords, isOfIms } from '../cloud/images/ims-words.ts'
import type { ImsImage } from '../cloud/wire/ims.ts'
import type { ImageApi } from '../config/image-apis.ts'
import type { ImageState, ImageSummary, ImageView } from './view.ts'

/** queued, saving and Glance's importing and uploading are stages of one thing (ims.md 15). */
const STATES: ReadonlyMap<string, ImageState> = new Map(
  Object.entries({
    queued: 'importing',
    saving: 'importing',
    importing: 'importing',
    uploading: 'importing',
    active: 'active',
    killed: 'error',
    error: 'error',
    deactivated: 'deactivated',
    deleted: 'deleted',
    pending_delete: 'deleted',
  } as const),
)

const KINDS: ReadonlyMap<string, ImageSummary['kind']> = new Map(
  Object.entries({
    FusionCompute: 'system',
    DataImage: 'data',
    IsoImage: 'iso',
    Ironic: 'bare-metal',
  } as const),
)

const SUPPORT = '__support_'
const SOURCE_FILE = /^file,(.+)$/s

/** Properties that a field of ImageView speaks for, and those documented as saying nothing (ims.md 5). */
const SPOKEN_FOR: ReadonlySet<string> = new Set([
  ...['id', 'status', 'name', 'owner', 'visibility', 'protected', 'min_disk', 'min_ram', 'max_ram', 'tags'],
  ...['disk_format', 'container_format', 'virtual_env_type', 'hw_firmware_type', 'hw_vif_multiqueue_enabled'],
  ...['created_at', 'updated_at', 'active_at', 'enterprise_project_id', '__image_size', '__os_type'],
  ...[
    '__os_version',
    '__os_bit',
    '__platform',
    '__description',
    'description',
    '__data_origin',
    '__is_config_init',
  ],
  ...['__system__cmkid', '__support_arm', '__support_fc_inject', '__originalimagename', '__whole_image'],
  ...['size', 'virtual_size', 'checksum', 'file', 'self', 'schema'],
  ...['os_distro', 'os_version', 'os_type', 'architecture'],
])

const IMS_NAMES = {
  name: 'name',
  description: '__description',
  tags: 'tags',
  kind: 'virtual_env_type',
  visibility: 'visibility',
  ownerProjectId: 'owner',
  enterpriseProjectId: 'enterprise_project_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  activeAt: 'active_at',
  osVersion: '__os_version',
  platform: '__platform',
  architecture: '__support_arm, __os_bit',
  minDiskGb: 'min_disk',
  bootMode: 'hw_firmware_type',
  memory: 'min_ram, max_ram',
  multiqueue: 'hw_vif_multiqueue_enabled',
  cloudInit: '__support_fc_inject',
  initialConfigurationDone: '__is_config_init',
  diskFormat: 'disk_format',
  containerFormat: 'container_format',
  sizeBytes: '__image_size',
  kmsKeyId: '__system__cmkid',
  isProtected: 'protected',
  sourceFile: '__data_origin',
  madeFromImage: '__originalimagename',
  support: '__support_…',
} as const satisfies Partial<Record<keyof ImageView | 'memory', string>>
export type CloudNames = Readonly<Record<keyof typeof IMS_NAMES, string>>

/** Where Glance's common properties say what IMS has names of its own for (lib/cloud/images/ims-words.ts). */
const GLANCE_NAMES: CloudNames = {
  ...IMS_NAMES,
  description: 'description',
  kind: 'disk_format',
  osVersion: 'os_distro, os_version',
  platform: 'os_distro',
  architecture: 'architecture',
  sizeBytes: 'size',
}

/** The cloud's own name of what a row of the details says, for those who know it from other tools (ims.md 5). */
export const cloudNamesOf = (api: ImageApi): CloudNames => (api === 'ims' ? IMS_NAMES : GLANCE_NAMES)

/** @param projectId the project that looks: tells own images from shared ones */
export function toImageSummary(image: ImsImage, projectId: string): ImageSummary {
  const wire = inImsWords(image)
  const kind = KINDS.get(wire.virtual_env_type ?? '') ?? 'other'
  return {
    id: wire.id,
    name: text(wire.name),
    state: STATES.get(wire.status.toLowerCase()) ?? 'other',
    status: wire.status,
    kind,
    osVersion: text(wire.__os_version),
    minDiskGb: positive(wire.min_disk),
    sizeBytes: positive(wire.__image_size),
    bootMode: bootMode(wire.hw_firmware_type, kind),
    tags: isOfIms(image) ? (wire.tags ?? []).map(withoutEmptyValue) : (wire.tags ?? []),
    createdAt: moment(wire.created_at),
    visibility: text(wire.visibility),
    own: wire.owner ? wire.owner === projectId : wire.visibility === 'private',
    osType: text(wire.__os_type),
    platform: text(wire.__platform),
    architecture: architecture(image, wire),
    minRamMb: positive(wire.min_ram),
    diskFormat: text(wire.disk_format),
    isEncrypted: text(wire.__system__cmkid) !== null,
    isProtected: wire.protected ?? null,
    updatedAt: moment(wire.updated_at),
    ownerProjectId: text(wire.owner),
  }
}

export type ImageContext = {
  projectId: string
  /** When IMS gave it, epoch milliseconds. */
  readAt: number
  /** The import that made it, when Slipway made it. */
  job: ImageView['job']
  bootTrial?: ImageView['bootTrial']
  madeOfIt?: ImageView['madeOfIt']
  /** The answer as it came, where the parsed one differs in order; the parsed one otherwise. */
  raw?: unknown
}

export function toImageView(
  wire: ImsImage,
  { projectId, readAt, job, madeOfIt = [], bootTrial = null, raw = wire }: ImageContext,
): ImageView {
  const noInjection = flag(wire.__support_fc_inject)
  return {
    ...toImageSummary(wire, projectId),
    description: text(wire.__description) ?? text(wire.description),
    osBit: text(inImsWords(wire).__os_bit),
    maxRamMb: positive(wire.max_ram),
    containerFormat: text(wire.container_format),
    activeAt: moment(wire.active_at),
    kmsKeyId: text(wire.__system__cmkid),
    enterpriseProjectId: text(wire.enterprise_project_id),
    sourceFile: text(wire.__data_origin)?.match(SOURCE_FILE)?.[1] ?? null,
    madeFromImage: text(wire.__originalimagename),
    isWholeServer: flag(wire.__whole_image) === true,
    initialConfigurationDone: flag(wire.__is_config_init),
    multiqueue: flag(wire.hw_vif_multiqueue_enabled),
    // Named the wrong way round: "true" means that cloud-init cannot be injected (ims.md 5).
    cloudInit: noInjection === null ? null : !noInjection,
    support: Object.entries(wire).flatMap(([name, value]) =>
      isSupported(name, value) ? [name.slice(SUPPORT.length)] : [],
    ),
    other: Object.entries(wire).flatMap(([name, value]) =>
      (SPOKEN_FOR.has(name) && hasImsWord(name, value)) || isSupported(name, value)
        ? []
        : [{ name, value: shown(value) }],
    ),
    raw,
    readAt,
    job,
    bootTrial,
    madeOfIt,
  }
}

/** Only "true" flags are support; a type such as "V100_vGPU" stays with its value among the others. */
function isSupported(name: string, value: unknown): boolean {
  return name.startsWith(SUPPORT) && !SPOKEN_FOR.has(name) && flag(value) === true
}

/** Whether IMS lists a tag without a value as `key` or as `key=` is not documented: both are `key` here. */
function withoutEmptyValue(tag: string): string {
  return tag.indexOf('=') === tag.length - 1 ? tag.slice(0, -1) : tag
}

/** Of IMS's images those are x86 that are not marked as Arm; another cloud may name a processor of its own, or none. */
function architecture(image: ImsImage, wire: ImsImage): ImageSummary['architecture'] {
  const isArm = flag(wire.__support_arm)
  if (isArm !== null || isOfIms(image)) return isArm ? 'arm' : 'x86'
  return typeof image.architecture === 'string' ? text(image.architecture) : null
}

/** Absent means BIOS, but a data disk has no firmware at all (ims.md 5). */
function bootMode(firmware: string | null | undefined, kind: ImageSummary['kind']): ImageSummary['bootMode'] {
  const word = firmware?.toLowerCase()
  if (word === 'bios' || word === 'uefi') return word
  return !word && kind !== 'data' ? 'bios' : null
}

function text(value: string | null | undefined): string | null {
  return value?.trim() ? value : null
}

/** Digits or a number, above zero: IMS writes 0 for sizes it does not know yet and for limits that are not set. */
function positive(value: string | number | null | undefined): number | null {
  if (typeof value === 'string' && !/^\d+$/.test(value)) return null
  const number = Number(value)
  return Number.isSafeInteger(number) && number > 0 ? number : null
}

/** IMS writes booleans as strings, in more than one case ("True"); null when it says neither. */
function flag(value: unknown): boolean | null {
  const word = String(value).toLowerCase()
  return word === 'true' ? true : word === 'false' ? false : null
}

/** Epoch milliseconds. The times of IMS are UTC, also where the Z is missing (ims.md 0). */
export function moment(value: string | null | undefined): number | null {
  if (!value) return null
  const at = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value.replace(' ', 'T')}Z`)
  return Number.isNaN(at) ? null : at
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
