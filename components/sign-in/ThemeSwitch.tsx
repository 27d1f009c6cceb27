'use client'

import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { Icon } from '@/components/elements/Icon'
import classes from './ThemeSwitch.module.css'

/** Both icons are drawn and the style shows one: the server does not know which scheme the reader has. */
export function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  return (
    <ActionIcon
      aria-label="Switch between light and dark"
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      <Icon name="moon" className={classes.whenLight} />
      <Icon name="sun" className={classes.whenDark} />
    </ActionIcon>
  )
}
