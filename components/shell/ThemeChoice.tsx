'use client'

import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core'
import { Icon } from '@/components/elements/Icon'
import classes from './ThemeChoice.module.css'

const THEMES = [
  { value: 'auto', label: 'System', icon: 'system' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
] as const satisfies readonly { value: MantineColorScheme; label: string; icon: string }[]

type Props = {
  /** Of the radio group: there are two of it in the page, one in the phone's drawer. */
  name: string
}

export function ThemeChoice({ name }: Props) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <fieldset className={classes.theme}>
      <legend className={classes.legend}>Theme</legend>
      <div className={classes.choices}>
        {THEMES.map(({ value, label, icon }) => (
          <label key={value} className={classes.choice}>
            <input
              type="radio"
              className="sr-only"
              name={`theme-${name}`}
              checked={colorScheme === value}
              onChange={() => setColorScheme(value)}
            />
            <Icon name={icon} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
