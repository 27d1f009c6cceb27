import type { ImageState } from '@/lib/images/view'
import type { StatusShape } from './StatusMark'
import { type StatusVariant, StatusWord } from './StatusWord'

const LOOKS = {
  importing: { shape: 'running', word: 'Importing' },
  active: { shape: 'ok', word: 'Active' },
  error: { shape: 'bad', word: 'Error' },
  deactivated: { shape: 'pending', word: 'Deactivated' },
  deleted: { shape: 'pending', word: 'Deleted' },
  other: { shape: 'unknown', word: null },
} as const satisfies Record<ImageState, { shape: StatusShape; word: string | null }>

type Props = {
  state: ImageState
  /** IMS's own word, shown where ours has none. */
  status: string
  variant?: StatusVariant
  live?: boolean
}

export function ImageStatus({ state, status, variant, live }: Props) {
  const { shape, word } = LOOKS[state]
  return <StatusWord shape={shape} word={word ?? status} variant={variant} live={live} />
}
