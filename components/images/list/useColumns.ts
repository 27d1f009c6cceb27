'use client'

import { useMemo } from 'react'
import { writeBrowserSetting } from '@/components/elements/browser-settings'
import { useBrowserSetting } from '@/components/elements/useBrowserSetting'
import type { ListedImage } from '@/lib/images/listed'
import { COLUMNS, type Column, offeredColumns } from './columns'

export type Columns = {
  shown: readonly Column[]
  /** Those that say something of these images. */
  offered: readonly Column[]
  isUsual: boolean
  choose: (ids: readonly string[] | null) => void
}

/** Ids with commas between them; null and words of an older build are left to what is usual. */
function chosenOf(setting: string | null): ReadonlySet<string> | null {
  if (setting === null) return null
  const words = setting.split(',')
  const ids = COLUMNS.flatMap(({ id }) => (words.includes(id) ? [id] : []))
  return ids.length > 0 || setting === '' ? new Set(ids) : null
}

/** The columns a person has chosen, kept in this browser. */
export function useColumns(rows: readonly ListedImage[]): Columns {
  const setting = useBrowserSetting('image-columns')
  const offered = useMemo(() => offeredColumns(rows), [rows])
  const ids = offered.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come change the columns only through their ids
  return useMemo(() => {
    const chosen = chosenOf(setting)
    return {
      offered,
      shown: offered.filter(({ id, isUsual }) => (chosen ? chosen.has(id) : isUsual)),
      isUsual: chosen === null,
      choose: (wanted) => {
        writeBrowserSetting('image-columns', wanted?.join(',') ?? 'usual')
      },
    }
  }, [setting, ids])
}
