'use client'

import { use } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { CONSOLE_SYSTEM_DISK_MIN_GB } from '@/lib/cloud/rules'
import type { ImportDraft } from '@/lib/import/draft'
import { diskRange } from '@/lib/import/schema'
import { CheckField } from './CheckField'
import { ChoiceField } from './ChoiceField'
import { FormSection } from './FormSection'
import { FoundMark } from './FoundMark'
import { NumberField } from './NumberField'
import { PreflightContext } from './PreflightContext'

const BOOT_MODES = [
  { value: 'bios', label: 'BIOS' },
  { value: 'uefi', label: 'UEFI' },
] as const

export function DiskSection() {
  const { control } = useFormContext<ImportDraft>()
  const { found } = use(PreflightContext)
  const [kind, quickImport, architecture, minDiskGb, bootMode] = useWatch({
    control,
    name: ['kind', 'quickImport', 'architecture', 'minDiskGb', 'bootMode'],
  })
  const made =
    kind === 'system' ? 'Smallest system disk for a server made from it.' : 'Smallest disk made from it.'
  const isBelowConsole = /^\s*[1-9]\d*\s*$/.test(minDiskGb) && Number(minDiskGb) < CONSOLE_SYSTEM_DISK_MIN_GB
  return (
    <FormSection id="disk-and-boot" title={kind === 'system' ? 'Disk and boot' : 'Disk'}>
      <NumberField
        name="minDiskGb"
        label="Minimum disk (GB)"
        mark={found.minDiskGb ? <FoundMark name="minDiskGb" value={minDiskGb} /> : null}
        help={`${made} 1\u00a0GB is 1\u00a0GiB here. Cannot be changed later.`}
        note={
          kind === 'system' && isBelowConsole
            ? `The cloud's own console starts at ${CONSOLE_SYSTEM_DISK_MIN_GB}.`
            : null
        }
        range={diskRange({ kind, quickImport })}
        stepsFrom={found.minDiskGb ? Number(found.minDiskGb.value) : null}
      />
      {kind === 'system' ? (
        <ChoiceField
          name="bootMode"
          label="Boot mode"
          options={BOOT_MODES}
          mark={found.bootMode ? <FoundMark name="bootMode" value={bootMode} /> : null}
          help="How the disk starts. Can be changed later."
          note={architecture === 'arm' ? 'Arm servers boot with UEFI only.' : null}
        />
      ) : null}
      {kind === 'system' && !quickImport ? (
        <CheckField
          name="automaticConfiguration"
          label="Automatic configuration"
          help="IMS edits a copy of the disk: drivers, network rules and fstab. Your file stays as it is."
        />
      ) : null}
    </FormSection>
  )
}
