import { formatDuration } from '@/lib/format/duration'

type Props = { ms: number }

export function Duration({ ms }: Props) {
  return <span className="num">{formatDuration(ms)}</span>
}
