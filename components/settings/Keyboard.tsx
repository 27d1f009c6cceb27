'use client'

import { writeBrowserSetting } from '@/components/elements/browser-settings'
import { useBrowserSetting } from '@/components/elements/useBrowserSetting'
import { PLACES } from '@/components/keyboard/single-keys'
import classes from './Keyboard.module.css'
import { PARTS } from './parts'
import { SettingsCard } from './SettingsCard'
import { SwitchRow } from './SwitchRow'
import { useSaving } from './useSaving'

const KEYS: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['/'], does: 'Search the list' },
  { keys: ['c'], does: 'Import image' },
  { keys: ['e'], does: 'Edit the image whose page is open' },
  { keys: ['s'], does: 'Share it' },
  ...PLACES.map(({ letter, section }) => ({ keys: ['g', letter], does: section.title })),
]

export function Keyboard() {
  const isOn = useBrowserSetting('single-keys') !== 'off'
  const saving = useSaving()
  return (
    <SettingsCard part={PARTS.keyboard}>
      <SwitchRow
        label="Single keys"
        help="Turn them off where speech input or another program types them. Keys with Ctrl or ⌘ stay."
        isOn={isOn}
        saving={saving}
        onChange={(wanted) => saving.save(() => writeBrowserSetting('single-keys', wanted ? 'on' : 'off'))}
      />
      <dl className={classes.keys}>
        {KEYS.map(({ keys, does }) => (
          <div key={does} className={classes.line}>
            <dt className={classes.combination}>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 ? <span className={classes.then}> then </span> : null}
                  <kbd className={classes.key}>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </SettingsCard>
  )
}
