/** How a change of an image is written, for the call itself and for whoever wants to make the same call elsewhere. */
import type { ImageApi } from '../../config/image-apis.ts'

/** What is to be different; absent members stay. */
export type ImageChange = {
  name?: string
  /** Empty is none. */
  description?: string
  /** MB; null is no limit. */
  minRamMb?: number | null
  maxRamMb?: number | null
  bootMode?: 'bios' | 'uefi'
  /** Glance alone: no call of IMS is known to change it (ims.md 9). */
  isProtected?: boolean
  /** Glance alone, the whole set: IMS changes tags by calls of their own (tags.ts). */
  tags?: readonly string[]
  /** Glance alone: only an image of this visibility can have members there. */
  visibility?: 'shared'
}

/** The members whose absence makes a difference to the call. */
export type Present = {
  max_ram?: unknown
  description?: string | null | undefined
  __description?: string | null | undefined
}

export type Operation = { op: 'add' | 'replace' | 'remove'; path: string; value?: unknown }

/** The form of the native call (ims.md 9). */
export const NATIVE_PATCH = 'application/openstack-images-v2.1-json-patch'

/**
 * IMS takes strings for whatever is not a number, and `add` both makes and overwrites, so it serves members that may be
 * absent (ims.md 7). No limit of memory is 0, and an absent upper one.
 */
export function patchOf(api: ImageApi, now: Present, change: ImageChange): Operation[] {
  const { name, description, minRamMb, maxRamMb, bootMode, isProtected, tags, visibility } = change
  const done: Operation[] = []
  if (name !== undefined) done.push({ op: 'replace', path: '/name', value: name })
  if (description !== undefined) done.push(...described(api, now, description))
  if (minRamMb !== undefined) done.push({ op: 'replace', path: '/min_ram', value: minRamMb ?? 0 })
  if (maxRamMb !== undefined) {
    if (maxRamMb !== null) done.push({ op: 'add', path: '/max_ram', value: String(maxRamMb) })
    else if (now.max_ram !== undefined) done.push({ op: 'remove', path: '/max_ram' })
  }
  if (bootMode !== undefined) done.push({ op: 'add', path: '/hw_firmware_type', value: bootMode })
  if (isProtected !== undefined) done.push({ op: 'replace', path: '/protected', value: isProtected })
  if (visibility !== undefined) done.push({ op: 'replace', path: '/visibility', value: visibility })
  if (tags !== undefined) done.push({ op: 'replace', path: '/tags', value: tags })
  return done
}

/** Where an image has its description: IMS's own member, or the one that OpenStack's tools write. */
export const descriptionMember = (api: ImageApi, image: Present) =>
  api === 'ims' || image.__description !== undefined ? '__description' : 'description'

/** Glance keeps no empty member of its own. */
function described(api: ImageApi, now: Present, description: string): Operation[] {
  const member = descriptionMember(api, now)
  if (api === 'ims' || description !== '') return [{ op: 'add', path: `/${member}`, value: description }]
  return now[member] === undefined ? [] : [{ op: 'remove', path: `/${member}` }]
}
