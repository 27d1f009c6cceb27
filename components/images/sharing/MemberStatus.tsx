import type { StatusShape } from '@/components/elements/StatusMark'
import { StatusWord } from '@/components/elements/StatusWord'

const LOOKS: ReadonlyMap<string, { shape: StatusShape; word: string }> = new Map([
  ['pending', { shape: 'queued', word: 'Pending' }],
  ['accepted', { shape: 'ok', word: 'Accepted' }],
  ['rejected', { shape: 'pending', word: 'Rejected' }],
])

type Props = {
  /** As the cloud says it; what is not known is shown as it came. */
  status: string
}

/** What a project said to an image that is shared to it. */
export function MemberStatus({ status }: Props) {
  const { shape, word } = LOOKS.get(status) ?? { shape: 'unknown', word: status }
  return <StatusWord shape={shape} word={word} />
}
