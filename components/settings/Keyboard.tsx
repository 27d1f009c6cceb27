'use client'

import { writeBrowserSetting } from '@/components/elements/browser-settings'
import { useBrowserSetting } from '@/components/elements/useBrowserSetting'
import { placesOf } from '@/components/keyboard/single-keys'
import { useSession } from '@/components/shell/SessionContext'
import type { ImageApi } from '@/lib/config/image-apis'
import classes from './Keyboard.module.css'
import { PARTS } from './parts'
import { SettingsCard } from './SettingsCard'
import { SwitchRow } from './SwitchRow'
import { useSaving } from './useSaving'

const keysOf = (imageApi: ImageApi): readonly { keys: readonly string[]; does: string }[] => [
  { keys: ['/'], does: 'Search the list' },
  ...(imageApi === 'ims' ? [{ keys: ['c'], does: 'Import image' }] : []),
  { keys: ['e'], does: 'Edit the image whose page is open' },
  { keys: ['s'], does: 'Share it' },
  { keys: ['j'], does: 'Next row of the images' },
  { keys: ['k'], does: 'Row before' },
  { keys: ['x'], does: 'Delete the image of the row' },
  ...placesOf(imageApi).map(({ letter, section }) => ({ keys: ['g', letter], does: section.title })),
]

export function Keyboard() {
  const { imageApi } = useSession()
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
        {keysOf(imageApi).map(({ keys, does }) => (
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
