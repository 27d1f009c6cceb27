'use client'

import { useState } from 'react'
import { saveImportDefaults } from '@/app/(console)/settings/actions'
import type { ImportDefaults } from '@/lib/settings/import-defaults'
import { DefaultsForm } from './DefaultsForm'
import { PARTS } from './parts'
import { SettingsCard } from './SettingsCard'
import { SwitchRow } from './SwitchRow'
import { useSaving } from './useSaving'
import { useServerSave } from './useServerSave'

type Props = { initial: ImportDefaults }

/** What a new import of this project begins with. */
export function Defaults({ initial }: Props) {
  const saveOnServer = useServerSave()
  const saving = useSaving()
  const [isConfigured, setIsConfigured] = useState(initial.automaticConfiguration)
  return (
    <SettingsCard part={PARTS.defaults}>
      <DefaultsForm initial={initial} />
      <SwitchRow
        label="Automatic configuration"
        help="Of a new import, until you change it in the form."
        isOn={isConfigured}
        saving={saving}
        onChange={(automaticConfiguration) => {
          setIsConfigured(automaticConfiguration)
          void saving.save(() => saveOnServer(saveImportDefaults, { automaticConfiguration }))
        }}
      />
    </SettingsCard>
  )
}
