/** What the findings about a file need to know of the form. The form and the action make it with this one function. */
import type { FindingRequest } from '../disk-image/findings/finding.ts'
import type { ImportDraft } from './draft.ts'
import { isOsVersion } from './operating-systems.ts'

/**
 * The part of a draft that findings look at. A field the chosen call does not take is left out, and an empty or
 * unreadable one is null: the form's own schema says what is wrong with what was typed.
 */
export function findingRequestOf(draft: ImportDraft): FindingRequest {
  const { kind, quickImport } = draft
  const common = { kind, quickImport, minDiskGb: wholeNumber(draft.minDiskGb) }
  if (kind === 'data') return common
  return {
    ...common,
    madeFor: draft.madeFor,
    osVersion: isOsVersion(draft.osVersion.trim()) ? draft.osVersion.trim() : null,
    bootMode: draft.bootMode,
    architecture: draft.architecture,
    // Quick import copies the file as it is: whatever is ticked, nothing is configured (ims.md 3).
    automaticConfiguration: draft.automaticConfiguration && !quickImport,
  }
}

function wholeNumber(text: string): number | null {
  const digits = text.trim()
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}
