import type { ImageRecord } from '../records.ts'
import type { World } from '../world.ts'
import { descriptionRefusal, isOwnAttribute, nameRefusal, readOwnAttribute } from './attributes.ts'
import { findOwnImage } from './find-image.ts'
import { glanceValue, isReadOnly } from './glance-attributes.ts'
import { changeImage } from './images.ts'
import { readSteps, type Step } from './json-patch.ts'
import type { Refusal, Result } from './refusal.ts'
import { refuse } from './refusal.ts'
import type { Caller } from './token-check.ts'

/** A refusal with the status it always has on this call, whatever the profile; without one, its code's. */
export type NativePatchRefusal = { ok: false; status?: 403 | 409 | 415 } & Refusal

const MEDIA_TYPE = /^application\/openstack-images-(v2\.[01])-json-patch\s*(;|$)/

/**
 * `PATCH /v2/images/{image_id}` (ims.md 9). Profile `otc` changes name, description and own attributes only and
 * answers 403 for others; `glance` is as free as Glance, with `/protected` and `/tags`.
 */
export function patchNatively(
  world: World,
  caller: Caller,
  id: string,
  request: { mediaType: string | undefined; text: string },
): { ok: true; value: ImageRecord } | NativePatchRefusal {
  const form = MEDIA_TYPE.exec(request.mediaType?.trim().toLowerCase() ?? '')?.[1]
  if (form === undefined) {
    return { ...refuse('IMG.0001', 'Unsupported Content-Type'), status: 415 }
  }
  const found = findOwnImage(world, caller, id)
  if (!found.ok) return found
  const steps = readSteps(request.text, form === 'v2.0' ? 'v2.0' : 'v2.1')
  if (!steps.ok) return steps
  const { image } = found.value
  let properties = image.properties
  for (const step of steps.value) {
    const isAllowed =
      world.options.profile === 'glance' ? !isReadOnly(step.name) : isNativelyChangeable(step.name)
    if (!isAllowed) {
      return { ...refuse('IMG.0035', `Attribute '${step.name}' is read-only.`), status: 403 }
    }
    const next = changed(properties, step, world.options.profile === 'glance')
    if (!next.ok) return next
    properties = next.value
  }
  return { ok: true, value: changeImage(world, image, properties) }
}

function isNativelyChangeable(name: string): boolean {
  return name === 'name' || name === '__description' || isOwnAttribute(name)
}

function changed(
  properties: Record<string, unknown>,
  { op, name, value }: Step,
  isGlance: boolean,
): { ok: true; value: Record<string, unknown> } | NativePatchRefusal {
  if (op !== 'add' && !Object.hasOwn(properties, name)) {
    return { ...refuse('IMG.0035', `Property ${name} does not exist.`), status: 409 }
  }
  if (op === 'remove') {
    if (name === 'name' || name === 'protected' || name === 'tags') {
      return { ...refuse('IMG.0035', `Property ${name} may not be removed.`), status: 403 }
    }
    const { [name]: _, ...rest } = properties
    return { ok: true, value: rest }
  }
  const read = isGlance ? glanceValue(name, value) : otcValue(name, value)
  return read.ok ? { ok: true, value: { ...properties, [name]: read.value } } : read
}

function otcValue(name: string, value: unknown): Result<unknown> {
  const refused =
    name === 'name' ? nameRefusal(value) : name === '__description' ? descriptionRefusal(value) : undefined
  if (refused) return { ok: false, ...refused }
  return name === 'name' || name === '__description' ? { ok: true, value } : readOwnAttribute(value)
}
