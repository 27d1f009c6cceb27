/** The change of the form that cures a finding, where one does. */
import type { Finding } from '../disk-image/findings/finding.ts'
import type { ImportDraft } from './draft.ts'
import type { Found, FoundField } from './found-in-file.ts'

/** Of the fields that a file, or a cure, may set. */
export type FormChanges = Partial<Pick<ImportDraft, FoundField | 'kind' | 'quickImport'>>

export type FindingAction = {
  /** Of its button: "Set to 41 GB". */
  label: string
  changes: FormChanges
}

export function actionFor({ id, field }: Pick<Finding, 'id' | 'field'>, found: Found): FindingAction | null {
  const { minDiskGb, bootMode, architecture } = found
  switch (id) {
    case 'min-disk-too-small':
      if (!minDiskGb) return null
      return { label: `Set to ${minDiskGb.value}\u00a0GB`, changes: { minDiskGb: minDiskGb.value } }
    case 'boot-mode-differs':
      if (!bootMode) return null
      return {
        label: bootMode.value === 'uefi' ? 'Change to UEFI' : 'Change to BIOS',
        changes: { bootMode: bootMode.value },
      }
    case 'arm-needs-uefi':
      return { label: 'Change to UEFI', changes: { bootMode: 'uefi' } }
    case 'architecture-differs':
      if (!architecture) return null
      // Arm servers boot with UEFI only (ims.md 1).
      return architecture.value === 'arm'
        ? { label: 'Change to Arm', changes: { architecture: 'arm', bootMode: 'uefi' } }
        : { label: 'Change to x86', changes: { architecture: 'x86' } }
    case 'no-partition-table':
      return { label: 'Switch to data disk', changes: { kind: 'data' } }
    case 'iso':
      return { label: 'Make it an ISO installer', changes: { kind: 'system', madeFor: 'iso-installer' } }
    case 'installer-without-iso':
      return { label: 'Change to cloud server', changes: { madeFor: 'cloud-server' } }
    case 'quick-import-format':
    case 'no-bitmap':
      return { label: 'Turn off quick import', changes: { quickImport: false } }
    case 'too-large-for-import':
      return field === 'quickImport'
        ? { label: 'Turn on quick import', changes: { quickImport: true } }
        : null
    default:
      return null
  }
}
