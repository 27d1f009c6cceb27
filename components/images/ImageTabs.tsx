'use client'

import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import strip from '@/components/jobs/TabStrip.module.css'
import classes from './ImageTabs.module.css'
import { IMAGE_TABS, type ImageTab } from './useImageTab'

const WORDS = {
  overview: 'Overview',
  sharing: 'Sharing',
  activity: 'Activity',
  code: 'Use in code',
  json: 'JSON',
} as const satisfies Record<ImageTab, string>

type Props = {
  tab: ImageTab
  onShow: (tab: string | null) => void
  /** Beside the word, where it is known. */
  counts: Partial<Record<ImageTab, string>>
  panels: Readonly<Record<ImageTab, ReactNode>>
}

export function ImageTabs({ tab, onShow, counts, panels }: Props) {
  return (
    <Tabs
      value={tab}
      onChange={onShow}
      keepMounted={false}
      classNames={{ list: strip.list ?? '', tab: strip.tab ?? '', panel: classes.panel ?? '' }}
    >
      <Tabs.List>
        {IMAGE_TABS.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {WORDS[each]}
            {counts[each] ? <span className={strip.count}> {counts[each]}</span> : null}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {IMAGE_TABS.map((each) => (
        <Tabs.Panel key={each} value={each}>
          {panels[each]}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
