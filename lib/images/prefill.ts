/**
 * An image as the import form should begin with it, in the form's address: to import its file again, here or in another
 * region. The form judges every value like one that was typed, so nothing here has to be right.
 */
import * as z from 'zod/mini'
import { ARCHITECTURES, FIRMWARE_TYPES } from '../cloud/rules.ts'
import type { ImageView } from './view.ts'

const text = z.optional(z.string().check(z.maxLength(2048)))

/** Names as they stand in the address. */
const prefill = z.object({
  file: text,
  kind: z.optional(z.enum(['system', 'data'])),
  name: text,
  os: text,
  disk: text,
  boot: z.optional(z.enum(FIRMWARE_TYPES)),
  arch: z.optional(z.enum(ARCHITECTURES)),
  description: text,
  /** One tag a line. */
  tags: text,
  'min-ram': text,
  'max-ram': text,
  /** Where it comes from, for the note above the form: "eu-de · eu-de_platform". */
  from: text,
})
export type Prefill = z.infer<typeof prefill>

/** What of an address can be read; what cannot is left out. */
export function readPrefill(parameters: Readonly<Record<string, unknown>>): Prefill {
  const readable: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(prefill.shape)) {
    const value = parameters[name]
    if (value !== undefined && z.safeParse(member, value).success) readable[name] = value
  }
  const parsed = z.safeParse(prefill, readable)
  return parsed.success ? parsed.data : {}
}

/** The address's part after `?`; what is not known is left out. */
export function prefillQuery(values: Prefill): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value)
  return query.toString()
}

/**
 * An image's facts for an import of its file.
 * @param file `bucket:key`; null leaves it to be chosen
 */
export function prefillOf(image: ImageView, file: string | null, from?: string): Prefill {
  const { kind, osVersion, minDiskGb, bootMode, architecture, minRamMb, maxRamMb } = image
  // Another cloud may have kinds of processors that nothing can be imported for.
  const known = ARCHITECTURES.find((each) => each === architecture)
  return {
    ...(file === null ? {} : { file }),
    kind: kind === 'data' ? 'data' : 'system',
    ...(image.name === null ? {} : { name: image.name }),
    ...(osVersion === null ? {} : { os: osVersion }),
    ...(minDiskGb === null ? {} : { disk: String(minDiskGb) }),
    ...(bootMode === null ? {} : { boot: bootMode }),
    ...(known === undefined ? {} : { arch: known }),
    ...(image.description === null ? {} : { description: image.description }),
    tags: image.tags.join('\n'),
    ...(minRamMb === null ? {} : { 'min-ram': String(minRamMb) }),
    ...(maxRamMb === null ? {} : { 'max-ram': String(maxRamMb) }),
    ...(from === undefined ? {} : { from }),
  }
}
