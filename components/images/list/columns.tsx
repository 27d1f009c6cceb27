import type { ReactNode } from 'react'
import { ImageStatus } from '@/components/elements/ImageStatus'
import { Moment } from '@/components/elements/Moment'
import { Nothing } from '@/components/elements/Nothing'
import { formatBytes } from '@/lib/format/bytes'
import type { ListedImage } from '@/lib/images/listed'
import type { SortKey } from '@/lib/images/sorting'
import { architectureName } from '../detail-words'
import { shortSystem } from '../system-name'
import { TagList } from '../TagList'
import { KIND_WORDS, SCOPE_WORDS } from './facet-words'
import classes from './ImageRow.module.css'

export type Column = {
  id: Exclude<SortKey, 'name'> | 'tags'
  title: string
  /** Where the head has room for a part only. */
  fullTitle?: string
  /** In px: with fixed widths no column moves while rows come and go. */
  width: number
  isFigure?: boolean
  /** Shown until a person chooses. */
  isUsual?: boolean
  /** On a phone it stands on the second line. */
  isOnCards?: boolean
  isQuiet?: boolean
  /** Whether any image has something to say here: some clouds know less of their images. */
  hasValue: (row: ListedImage) => boolean
  cell: (row: ListedImage) => ReactNode
}

const TAGS_SHOWN = 2

const or = (value: string | null): ReactNode => value ?? <Nothing />
const inUnit = (value: number | null, unit: string): ReactNode =>
  value === null ? <Nothing /> : `${value}\u00a0${unit}`
const moment = (at: number | null): ReactNode =>
  at === null ? <Nothing /> : <Moment at={at} focusable={false} />

/** In the order they stand in; the name comes before all of them. */
export const COLUMNS: readonly Column[] = [
  {
    id: 'status',
    title: 'Status',
    width: 112,
    isUsual: true,
    hasValue: () => true,
    cell: ({ image: { state, status } }) => (
      <>
        <ImageStatus state={state} status={status} />
        {state === 'error' ? <span className={classes.code}>{status}</span> : null}
      </>
    ),
  },
  {
    id: 'kind',
    title: 'Kind',
    width: 112,
    hasValue: ({ image }) => image.kind !== 'other',
    cell: ({ image }) => KIND_WORDS[image.kind],
  },
  {
    id: 'system',
    title: 'System',
    width: 190,
    isUsual: true,
    isOnCards: true,
    hasValue: ({ image }) => shortSystem(image) !== null,
    cell: ({ image }) => or(shortSystem(image)),
  },
  {
    id: 'arch',
    title: 'Arch.',
    fullTitle: 'Architecture',
    width: 72,
    hasValue: ({ image: { architecture, osVersion } }) =>
      architecture !== null && (osVersion !== null || architecture !== 'x86'),
    cell: ({ image: { architecture } }) => or(architecture && architectureName(architecture)),
  },
  {
    id: 'disk',
    title: 'Min. disk',
    fullTitle: 'Minimum disk',
    width: 92,
    isFigure: true,
    isUsual: true,
    isOnCards: true,
    hasValue: ({ image }) => image.minDiskGb !== null,
    cell: ({ image }) => inUnit(image.minDiskGb, 'GB'),
  },
  {
    id: 'ram',
    title: 'Min. memory',
    fullTitle: 'Minimum memory',
    width: 112,
    isFigure: true,
    hasValue: ({ image }) => image.minRamMb !== null,
    cell: ({ image }) => inUnit(image.minRamMb, 'MB'),
  },
  {
    id: 'size',
    title: 'Size',
    width: 92,
    isFigure: true,
    isUsual: true,
    hasValue: ({ image }) => image.sizeBytes !== null,
    cell: ({ image: { sizeBytes } }) => or(sizeBytes === null ? null : formatBytes(sizeBytes)),
  },
  {
    id: 'boot',
    title: 'Boot',
    fullTitle: 'Boot mode',
    width: 68,
    isUsual: true,
    hasValue: ({ image }) => image.bootMode !== null,
    cell: ({ image }) => or(image.bootMode?.toUpperCase() ?? null),
  },
  {
    id: 'format',
    title: 'Format',
    width: 80,
    hasValue: ({ image }) => image.diskFormat !== null,
    cell: ({ image }) => or(image.diskFormat),
  },
  {
    id: 'tags',
    title: 'Tags',
    width: 166,
    isUsual: true,
    hasValue: ({ image }) => image.tags.length > 0,
    cell: ({ image }) => <TagList tags={image.tags} max={TAGS_SHOWN} isOneLine />,
  },
  {
    id: 'owner',
    title: 'Owner',
    width: 164,
    hasValue: () => true,
    cell: ({ scope }) => SCOPE_WORDS[scope],
  },
  {
    id: 'encrypted',
    title: 'Encrypted',
    width: 100,
    hasValue: ({ image }) => image.isEncrypted,
    cell: ({ image }) => or(image.isEncrypted ? 'Yes' : null),
  },
  {
    id: 'protected',
    title: 'Protected',
    width: 100,
    hasValue: ({ image }) => image.isProtected === true,
    cell: ({ image }) => or(image.isProtected ? 'Yes' : null),
  },
  {
    id: 'created',
    title: 'Created',
    width: 126,
    isUsual: true,
    isOnCards: true,
    isQuiet: true,
    hasValue: ({ image }) => image.createdAt !== null,
    cell: ({ image }) => moment(image.createdAt),
  },
  {
    id: 'changed',
    title: 'Changed',
    width: 126,
    isQuiet: true,
    hasValue: ({ image }) => image.updatedAt !== null,
    cell: ({ image }) => moment(image.updatedAt),
  },
]

/** Of these images; a list without any shows what lists usually show. */
export function offeredColumns(rows: readonly ListedImage[]): readonly Column[] {
  return rows.length === 0 ? COLUMNS : COLUMNS.filter(({ hasValue }) => rows.some(hasValue))
}

export const isSortable = (id: Column['id']): id is Exclude<SortKey, 'name'> => id !== 'tags'
