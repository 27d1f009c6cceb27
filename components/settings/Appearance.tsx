'use client'

import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { writeBrowserSetting } from '@/components/elements/browser-settings'
import { useBrowserSetting } from '@/components/elements/useBrowserSetting'
import { ChoiceRow } from './ChoiceRow'
import { PARTS } from './parts'
import { SettingsCard } from './SettingsCard'
import { useSaving } from './useSaving'

const THEMES = [
  { value: 'auto', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const satisfies readonly { value: MantineColorScheme; label: string }[]
const DENSITIES = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const
const ZONES = [
  { value: 'browser', label: 'Browser' },
  { value: 'utc', label: 'UTC' },
] as const

const never = () => () => {}

export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const isHydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const isCompact = useBrowserSetting('density') === 'compact'
  const isUtc = useBrowserSetting('times') === 'utc'
  const [theme, density, times] = [useSaving(), useSaving(), useSaving()]
  return (
    <SettingsCard part={PARTS.appearance}>
      <ChoiceRow
        label="Theme"
        options={THEMES}
        // The server does not know what this browser keeps.
        value={isHydrated ? colorScheme : 'auto'}
        saving={theme}
        onChange={(value) =>
          theme.save(() => {
            setColorScheme(value)
            return true
          })
        }
      />
      <ChoiceRow
        label="Density"
        help="The height of rows in tables."
        options={DENSITIES}
        value={isCompact ? 'compact' : 'comfortable'}
        saving={density}
        onChange={(value) =>
          density.save(() => {
            document.documentElement.dataset.density = value
            return writeBrowserSetting('density', value)
          })
        }
      />
      <ChoiceRow
        label="Times in"
        help="Every time shows both forms when you point at it."
        options={ZONES}
        value={isUtc ? 'utc' : 'browser'}
        saving={times}
        onChange={(value) => times.save(() => writeBrowserSetting('times', value))}
      />
    </SettingsCard>
  )
}
