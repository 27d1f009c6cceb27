'use client'

import { createContext } from 'react'
import type { FieldFinding } from '@/components/form/field-finding'
import type { FileFacts } from '@/components/preflight/reading'
import type { FormChanges } from '@/lib/import/finding-action'
import type { Found } from '@/lib/import/found-in-file'
import type { FieldName } from './fields'

/** What the fields know of the file, and tell about themselves. */
export type FormPreflight = {
  found: Found
  /** Null while nothing is known of it. */
  object: FileFacts['object']
  findingAt: (name: FieldName) => FieldFinding | null
  /** The person has set a value: from now on the file does not. */
  onSet: (name: FieldName) => void
  /** The person has left it: it may be filled in now, and not under their hands. */
  onLeave: (name: FieldName) => void
  /** Puts in what the file asks for. */
  apply: (changes: FormChanges) => void
  /** An address is whole, and may be read: pasted, chosen from the list, or the field was left. */
  takeFile: (address: string) => void
}

const NOTHING: FormPreflight = {
  found: {},
  object: null,
  findingAt: () => null,
  onSet: () => {},
  onLeave: () => {},
  apply: () => {},
  takeFile: () => {},
}

export const PreflightContext = createContext<FormPreflight>(NOTHING)
