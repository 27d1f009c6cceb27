import Link from 'next/link'
import type { EndedImport } from '@/lib/jobs/unseen-view'
import { paths } from '@/lib/navigation'
import { endedTitle } from './ended-words'
import { Toast } from './Toast'

const SHOWN_MS = 6_000

type Props = { ended: EndedImport; onDismiss: () => void }

/** An import ended while the person was elsewhere. */
export function EndedToast({ ended, onDismiss }: Props) {
  return (
    <Toast
      shape={ended.state === 'failed' ? 'bad' : 'ok'}
      text={endedTitle(ended)}
      shownMs={SHOWN_MS}
      onDismiss={onDismiss}
      action={
        <Link href={paths.job(ended.id)} onClick={onDismiss}>
          Open job
        </Link>
      }
    />
  )
}
