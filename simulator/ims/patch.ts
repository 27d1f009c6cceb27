import type { ImageRecord } from '../records.ts'
import type { World } from '../world.ts'
import { CHANGEABLE, isOwnAttribute, NEVER_REMOVED, readOwnAttribute } from './attributes.ts'
import { findOwnActiveImage } from './find-image.ts'
import { changeImage } from './images.ts'
import { readSteps, type Step } from './json-patch.ts'
import { type Result, refuse } from './refusal.ts'
import type { Caller } from './token-check.ts'

type Properties = Record<string, unknown>

/** Of a data disk only these change; whether IMS allows any is contradictory (ims.md 7, IMG.0168). */
const OF_DATA_DISKS = new Set(['name', '__description'])

/** `PATCH /v2/cloudimages/{image_id}` (ims.md 7): all steps or none. */
export function patchImage(world: World, caller: Caller, id: string, text: string): Result<ImageRecord> {
  const found = findOwnActiveImage(world, caller, id)
  if (!found.ok) return found
  const steps = readSteps(text)
  if (!steps.ok) return steps
  const { image } = found.value
  const isData = image.properties.virtual_env_type === 'DataImage'
  let properties: Properties = image.properties
  for (const step of steps.value) {
    if (isData && !OF_DATA_DISKS.has(step.name) && !isOwnAttribute(step.name)) {
      return refuse('IMG.0168', `${step.name} of a data disk image cannot be updated.`)
    }
    const next = changed(properties, step)
    if (!next.ok) return next
    properties = next.value
  }
  const conflict = conflictOf(properties)
  if (conflict) return conflict
  return { ok: true, value: changeImage(world, image, properties) }
}

function changed(properties: Properties, { op, name, value }: Step): Result<Properties> {
  const read = CHANGEABLE.get(name) ?? (isOwnAttribute(name) ? readOwnAttribute : undefined)
  if (!read) return refuse('IMG.0035', `${name} cannot be changed.`)
  if (op !== 'add' && !Object.hasOwn(properties, name))
    return refuse('IMG.0035', `The image has no ${name} to ${op}.`)
  if (op === 'remove') {
    if (NEVER_REMOVED.has(name)) return refuse('IMG.0035', `${name} cannot be removed.`)
    const { [name]: _, ...rest } = properties
    return { ok: true, value: rest }
  }
  const next = read(value)
  return next.ok ? { ok: true, value: { ...properties, [name]: next.value } } : next
}

/** What the attributes may not be together, whichever step made it so (ims.md 5, 7). */
function conflictOf(properties: Properties): ReturnType<typeof refuse> | undefined {
  const is = (name: string) => properties[name] === 'true'
  const { min_ram, max_ram, hw_firmware_type } = properties
  // No maximum or 0 is no limit.
  const max = Number(max_ram ?? 0)
  if (max > 0 && Number(min_ram) > max) return refuse('IMG.0055', 'min_ram is larger than max_ram.')
  if (is('__support_arm') && hw_firmware_type !== 'uefi') {
    return refuse('IMG.0141', 'An Arm image boots by uefi only.')
  }
  const gpu = properties.__support_xen_gpu_type ?? properties.__support_kvm_gpu_type
  if (is('__support_xen_hana') && (is('__support_kvm') || gpu !== undefined)) {
    return refuse('IMG.0035', '__support_xen_hana excludes KVM and GPU types.')
  }
  if (is('__support_kvm_infiniband') && is('__support_xen')) {
    return refuse('IMG.0035', '__support_kvm_infiniband excludes __support_xen.')
  }
  return undefined
}
