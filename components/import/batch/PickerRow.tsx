'use client'

import { Checkbox } from '@mantine/core'
import { Icon, type IconName } from '@/components/elements/Icon'
import { BucketFacts } from '../image-file/BucketFacts'
import { FileFacts } from '../image-file/FileFacts'
import { isTakable, type Row } from '../image-file/rows'
import classes from './PickerRow.module.css'

type Props = {
  row: Row
  isTicked: boolean
  onGo: (address: string) => void
  onTick: (address: string, isTicked: boolean) => void
  onMore: () => void
  onRetry: () => void
}

const ICONS = {
  up: 'arrow-up',
  bucket: 'bucket',
  folder: 'folder',
  more: 'arrow-down',
  retry: 'refresh',
} as const satisfies Record<Exclude<Row['kind'], 'file'>, IconName>

/** A place to go to, or a file to tick. */
export function PickerRow({ row, isTicked, onGo, onTick, onMore, onRetry }: Props) {
  if (row.kind === 'file')
    return (
      <li className={classes.file}>
        <Checkbox
          label={<span className="mono">{row.name}</span>}
          checked={isTicked}
          disabled={!isTakable(row.address)}
          onChange={({ currentTarget }) => onTick(row.address, currentTarget.checked)}
        />
        <FileFacts file={row} />
      </li>
    )
  const act = () => {
    if (row.kind === 'more') onMore()
    else if (row.kind === 'retry') onRetry()
    else if ('address' in row) onGo(row.address)
  }
  return (
    <li>
      <button type="button" className={classes.go} onClick={act}>
        <Icon name={ICONS[row.kind]} className={classes.icon} />
        <span className={classes.name}>{row.name}</span>
        {row.kind === 'bucket' ? <BucketFacts region={row.region} /> : null}
      </button>
    </li>
  )
}
