'use client'

import { use } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { MEMORY_MB } from '@/lib/cloud/rules'
import type { ImportDraft } from '@/lib/import/draft'
import classes from './AdvancedFields.module.css'
import { CheckField } from './CheckField'
import { ChoiceField } from './ChoiceField'
import { FoundMark } from './FoundMark'
import { NumberField } from './NumberField'
import { PreflightContext } from './PreflightContext'
import { TextField } from './TextField'

const OS_TYPES = [
  { value: 'Linux', label: 'Linux' },
  { value: 'Windows', label: 'Windows' },
] as const

const MADE_FOR = [
  { value: 'cloud-server', label: 'Cloud server' },
  { value: 'bare-metal-server', label: 'Bare metal server' },
  { value: 'iso-installer', label: 'ISO installer' },
] as const

const ARCHITECTURES = [
  { value: 'x86', label: 'x86' },
  { value: 'arm', label: 'Arm' },
] as const

type Props = { kind: ImportDraft['kind'] }

/** What few imports need. What the chosen call does not take is not shown (ims.md 1 to 3). */
export function AdvancedFields({ kind }: Props) {
  const { control, setValue } = useFormContext<ImportDraft>()
  const { found, onSet } = use(PreflightContext)
  const [quickImport, madeFor, architecture] = useWatch({
    control,
    name: ['quickImport', 'madeFor', 'architecture'],
  })
  const isSystem = kind === 'system'
  return (
    <>
      {isSystem ? (
        <>
          <ChoiceField
            name="madeFor"
            label="Made for"
            options={MADE_FOR}
            mark={found.madeFor ? <FoundMark name="madeFor" value={madeFor} /> : null}
            help="What servers made from it are. An ISO starts a server to install from. Cannot be changed later."
          />
          <ChoiceField
            name="architecture"
            label="Architecture"
            options={ARCHITECTURES}
            mark={found.architecture ? <FoundMark name="architecture" value={architecture} /> : null}
            help="Of the system on the disk. Arm boots with UEFI only. Cannot be changed later."
            onChange={(chosen) => {
              if (chosen !== 'arm') return
              onSet('bootMode')
              setValue('bootMode', 'uefi', { shouldDirty: true, shouldValidate: true })
            }}
          />
        </>
      ) : (
        <ChoiceField
          name="osType"
          label="OS type"
          options={OS_TYPES}
          help="Of the servers that will use the disk. Cannot be changed later."
        />
      )}
      {isSystem && !quickImport ? (
        <>
          <div className={classes.two}>
            <NumberField
              name="minRamMb"
              label="Minimum memory (MB)"
              extra="optional"
              help="Empty for no limit. Can be changed later."
              range={MEMORY_MB}
            />
            <NumberField
              name="maxRamMb"
              label="Maximum memory (MB)"
              extra="optional"
              help="Empty for no limit. Can be changed later."
              range={MEMORY_MB}
            />
          </div>
          <CheckField
            name="initialConfigurationDone"
            label="Initial configuration done"
            help="Tells IMS that the system in the file is already prepared, cloud-init and drivers included. Off: nothing is sent."
          />
        </>
      ) : null}
      <TextField
        name="kmsKeyId"
        label="Encryption key"
        extra="optional"
        help="Id of a KMS key of this project. Empty: not encrypted. Not for quick import, ISO files or bare metal servers. Cannot be changed later."
        mono
      />
      <CheckField
        name="quickImport"
        label="Quick import"
        help={
          isSystem
            ? 'For RAW files with a bitmap file (.mf) beside them, and ZVHD2. Takes files up to 1 TB; sends no automatic configuration and no memory limits.'
            : 'For RAW files with a bitmap file (.mf) beside them, and ZVHD2. Takes files up to 1 TB and disks up to 1024 GB.'
        }
      />
      <TextField
        name="enterpriseProjectId"
        label="Enterprise project"
        extra="optional"
        help="Id of the enterprise project the image belongs to. Empty or 0: the default one."
        mono
      />
    </>
  )
}
