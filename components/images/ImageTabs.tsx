'use client'

import { Tabs } from '@mantine/core'
import { usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'
import strip from '@/components/jobs/TabStrip.module.css'
import classes from './ImageTabs.module.css'

const TABS = ['overview', 'json'] as const
const PARAMETER = 'tab'

type Props = { overview: ReactNode; json: ReactNode }

/** The tab stands in the address, so that a link leads to what its sender saw. */
export function ImageTabs({ overview, json }: Props) {
  const path = usePathname()
  const asked = useSearchParams().get(PARAMETER)
  const shown = TABS.find((tab) => tab === asked) ?? 'overview'

  function show(tab: string | null) {
    // Next reads the address from the browser's history; the page itself is not asked for again.
    window.history.replaceState(null, '', tab === 'overview' ? path : `${path}?${PARAMETER}=${tab}`)
  }

  return (
    <Tabs
      value={shown}
      onChange={show}
      keepMounted={false}
      classNames={{ list: strip.list ?? '', tab: strip.tab ?? '', panel: classes.panel ?? '' }}
    >
      <Tabs.List>
        <Tabs.Tab value="overview">Overview</Tabs.Tab>
        <Tabs.Tab value="json">JSON</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="overview">{overview}</Tabs.Panel>
      <Tabs.Panel value="json">{json}</Tabs.Panel>
    </Tabs>
  )
}
