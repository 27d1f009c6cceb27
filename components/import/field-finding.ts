import type { FieldFinding } from '@/components/form/field-finding'
import type { Finding } from '@/lib/disk-image/findings/finding'
import type { Found } from '@/lib/import/found-in-file'
import { type FieldName, isFoundField } from './fields'

/** Facts that help to choose a value which the file leaves open. */
const HELPFUL = ['hybrid', 'os-hint', 'os-differs']

/** The gravest finding of the field that does not block. What blocks is the field's message. */
export function fieldFinding(
  findings: readonly Finding[],
  name: FieldName,
  found: Found,
): FieldFinding | null {
  const own = findings.filter(({ field }) => field === name)
  const warning = own.find(({ severity }) => severity === 'warns')
  if (warning) return { text: warning.title, isWarning: true }
  const fact = own.find(({ id, severity }) => severity === 'informs' && HELPFUL.includes(id))
  // A value that was found says it better, with the way to use it.
  if (!fact || (isFoundField(name) && found[name])) return null
  return { text: fact.title, isWarning: false }
}
