'use client'

import { Icon, type IconName } from '@/components/elements/Icon'
import { BucketFacts } from './BucketFacts'
import { FileFacts } from './FileFacts'
import classes from './FileRow.module.css'
import type { Row } from './rows'

type Props = {
  id: string
  row: Row
  /** Where it stands among all, drawn or not. */
  place: { index: number; size: number }
  isActive: boolean
  onChoose: (row: Row) => void
}

const ICONS = {
  up: 'arrow-up',
  bucket: 'bucket',
  folder: 'folder',
  file: 'file',
  more: 'arrow-down',
  retry: 'refresh',
} as const satisfies Record<Row['kind'], IconName>

export function FileRow({ id, row, place, isActive, onChoose }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does it by key
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-posinset={place.index + 1}
      aria-setsize={place.size}
      className={classes.row}
      data-kind={row.kind}
      style={{ top: `calc(var(--row) * ${place.index})` }}
      onClick={() => onChoose(row)}
    >
      <Icon name={ICONS[row.kind]} className={classes.icon} />
      <span className={classes.name}>{row.name}</span>
      {row.kind === 'bucket' ? <BucketFacts region={row.region} /> : null}
      {row.kind === 'file' ? <FileFacts file={row} /> : null}
    </div>
  )
}
