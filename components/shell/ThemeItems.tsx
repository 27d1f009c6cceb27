'use client'

import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { Icon } from '@/components/elements/Icon'

const THEMES = [
  { value: 'auto', label: 'System', icon: 'system' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
] as const satisfies readonly { value: MantineColorScheme; label: string; icon: string }[]

export function ThemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu.Label>Theme</Menu.Label>
      <Menu.RadioGroup value={colorScheme}>
        {THEMES.map(({ value, label, icon }) => (
          <Menu.RadioItem
            key={value}
            value={value}
            rightSection={<Icon name={icon} />}
            onChange={() => setColorScheme(value)}
          >
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}
