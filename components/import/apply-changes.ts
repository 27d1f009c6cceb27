import type { UseFormReturn } from 'react-hook-form'
import type { ImportDraft } from '@/lib/import/draft'
import type { FormChanges } from '@/lib/import/finding-action'

const OPTIONS = { shouldDirty: true }

/** Sets several values, each by a call of its own, so that each keeps its type. */
export function applyChanges(form: UseFormReturn<ImportDraft>, changes: FormChanges): void {
  const { kind, minDiskGb, osVersion, bootMode, madeFor, architecture, quickImport } = changes
  if (kind !== undefined) form.setValue('kind', kind, OPTIONS)
  if (minDiskGb !== undefined) form.setValue('minDiskGb', minDiskGb, OPTIONS)
  if (osVersion !== undefined) form.setValue('osVersion', osVersion, OPTIONS)
  if (bootMode !== undefined) form.setValue('bootMode', bootMode, OPTIONS)
  if (madeFor !== undefined) form.setValue('madeFor', madeFor, OPTIONS)
  if (architecture !== undefined) form.setValue('architecture', architecture, OPTIONS)
  if (quickImport !== undefined) form.setValue('quickImport', quickImport, OPTIONS)
}
