'use client'

import { useClockText, useTimeZone } from '@/components/elements/clock'
import { StatusMark } from '@/components/elements/StatusMark'
import { formatBytes } from '@/lib/format/bytes'
import { fullTime, relativeTime } from '@/lib/format/time'
import { wordFor } from '@/lib/preflight/storage-words'
import classes from './Facts.module.css'
import { isTakable, type Row } from './rows'

type Props = { file: Extract<Row, { kind: 'file' }> }

/** Size, class and age of a file; of one that IMS cannot be given by its name, that. */
export function FileFacts({ file }: Props) {
  const timeZone = useTimeZone()
  const { changedAt } = file
  const age = useClockText((now) => (changedAt === null ? '–' : relativeTime(changedAt, now, timeZone)), '–')
  return (
    <span className={`${classes.facts} ${classes.columns}`}>
      <span className={classes.number}>{formatBytes(file.sizeBytes)}</span>
      {isTakable(file.address) ? (
        <>
          <span>{wordFor(file.storageClass)}</span>
          <time
            className={classes.number}
            {...(changedAt === null
              ? {}
              : { dateTime: new Date(changedAt).toISOString(), title: fullTime(changedAt, timeZone) })}
          >
            {age}
          </time>
        </>
      ) : (
        <span className={`${classes.warn} ${classes.rest}`}>
          <StatusMark shape="warn" size={14} />
          IMS cannot take this name
        </span>
      )}
    </span>
  )
}
