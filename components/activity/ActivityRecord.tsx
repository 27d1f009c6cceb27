'use client'

import Link from 'next/link'
import { CopyText } from '@/components/elements/CopyText'
import { useTimeZone } from '@/components/elements/clock'
import { Dialog } from '@/components/elements/Dialog'
import { Facts } from '@/components/elements/Facts'
import { JsonBlock } from '@/components/elements/JsonBlock'
import type { ActivityEntry } from '@/lib/audit/view'
import { fullTime } from '@/lib/format/time'
import { paths } from '@/lib/navigation'
import classes from './ActivityRecord.module.css'
import { ActivityResult } from './ActivityResult'

type Props = { entry: ActivityEntry; isOpen: boolean; onClose: () => void }

/** One change in full, and its record as it is kept. */
export function ActivityRecord({ entry, isOpen, onClose }: Props) {
  const { at, userName, domainName, region, sentence, result, code, address, requestId, object } = entry
  const timeZone = useTimeZone()
  return (
    <Dialog isOpen={isOpen} title={sentence} onClose={onClose} shape="wide-drawer">
      <Facts
        layout="narrow"
        facts={[
          { label: 'Result', value: <ActivityResult result={result} />, ...(code ? { note: code } : {}) },
          { label: 'Time', value: fullTime(at, timeZone) },
          { label: 'Who', value: `${userName} (${domainName})` },
          { label: 'Region', value: region },
          { label: 'Source address', value: address ?? 'not known' },
          {
            label: 'Request id',
            value: requestId ? <CopyText value={requestId} label="request id" /> : null,
          },
        ]}
      />
      {object?.kind === 'job' && object.id ? (
        <p className={classes.link}>
          <Link href={paths.job(object.id)}>Open the job of {object.name ?? object.id}</Link>
        </p>
      ) : null}
      <h3 className={classes.heading}>Raw record</h3>
      <JsonBlock value={entry} label="Raw record as JSON" />
    </Dialog>
  )
}
