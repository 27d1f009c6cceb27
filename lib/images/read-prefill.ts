/** The part of the import form's address that lib/images/prefill.ts writes, as it is read again. */
import * as z from 'zod/mini'
import { MADE_FOR } from '../cloud/import-request.ts'
import { ARCHITECTURES, FIRMWARE_TYPES } from '../cloud/rules.ts'

const text = z.optional(z.string().check(z.minLength(1), z.maxLength(2048)))

/** Names as they stand in the address. */
const prefill = z.object({
  file: text,
  kind: z.optional(z.enum(['system', 'data'])),
  name: text,
  os: text,
  /** Of a data disk, in the cloud's word. */
  'os-type': text,
  disk: text,
  boot: z.optional(z.enum(FIRMWARE_TYPES)),
  'made-for': z.optional(z.enum(MADE_FOR)),
  arch: z.optional(z.enum(ARCHITECTURES)),
  description: text,
  /** One tag a line. */
  tags: text,
  'min-ram': text,
  'max-ram': text,
  'kms-key': text,
  'enterprise-project': text,
  /** Where it comes from, when that is another region, for the note above the form: "eu-de · eu-de_platform". */
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
