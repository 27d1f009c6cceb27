'use client'

import { useClockText } from '@/components/elements/clock'
import { Icon } from '@/components/elements/Icon'
import { StatusMark } from '@/components/elements/StatusMark'
import type { JobView } from '@/lib/jobs/view'
import classes from './CheckLine.module.css'
import { checkWords, noChangeWords } from './pace-words'

type Props = { job: JobView; now: number }

/** How fresh the page is. No live region: it changes each second. */
export function CheckLine({ job, now }: Props) {
  const checked = useClockText((present) => checkWords(job, present), checkWords(job, now))
  const unchanged = useClockText((present) => noChangeWords(job, present), noChangeWords(job, now))
  const { checkError } = job
  return (
    <p className={classes.line}>
      <span className={classes.part}>
        <Icon name="refresh" size={14} />
        {checked}
      </span>
      <span>{unchanged}</span>
      {checkError ? (
        <span className={`${classes.part} ${classes.trouble}`}>
          <StatusMark shape="warn" size={14} />
          {checkError.title}
          {checkError.code ? ` (${checkError.code})` : ''}. Slipway goes on asking.
        </span>
      ) : null}
    </p>
  )
}
