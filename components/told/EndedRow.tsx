import Link from 'next/link'
import { Moment } from '@/components/elements/Moment'
import { StatusMark } from '@/components/elements/StatusMark'
import type { EndedImport } from '@/lib/jobs/unseen-view'
import { paths } from '@/lib/navigation'
import classes from './EndedRow.module.css'
import { endedTitle } from './ended-words'

type Props = { ended: EndedImport; onGo: () => void }

export function EndedRow({ ended, onGo }: Props) {
  return (
    <li className={classes.row}>
      <StatusMark shape={ended.state === 'succeeded' ? 'ok' : 'bad'} className={classes.mark} />
      <div className={classes.words}>
        <Link href={paths.job(ended.id)} className={classes.link} onClick={onGo}>
          {endedTitle(ended)}
        </Link>
        <span className={classes.time}>
          <Moment at={ended.endedAt} focusable={false} />
        </span>
      </div>
    </li>
  )
}
