import { SkeletonRows } from '@/components/elements/SkeletonRows'
import { SlowNotice } from '@/components/elements/SlowNotice'
import { StatusMark } from '@/components/elements/StatusMark'
import type { Aside } from './listing'
import classes from './Said.module.css'

type Props = { aside: Aside }

const ROW_HEIGHT = 40

/** What is said where the list has no rows. It is announced by the list, and is no live region itself. */
export function Said({ aside }: Props) {
  switch (aside.kind) {
    case 'reading':
      return (
        <div className={classes.reading}>
          <SkeletonRows rows={3} rowHeight={ROW_HEIGHT} label="Reading the bucket…" />
          <SlowNotice service="OBS" />
        </div>
      )
    case 'empty':
      return <p className={classes.empty}>{aside.words}</p>
    case 'failed':
      return (
        <div className={classes.failed}>
          <StatusMark shape={aside.isPassing ? 'bad' : 'warn'} className={classes.mark} />
          <div>
            <p className={classes.words}>{aside.words}</p>
            {aside.hint ? <p>{aside.hint}</p> : null}
          </div>
        </div>
      )
  }
}
