'use client'

import { useSyncExternalStore } from 'react'
import { Notice } from '@/components/elements/Notice'
import { LinkButton } from '@/components/jobs/LinkButton'
import { paths } from '@/lib/navigation'
import { readBatchRows } from './batch-storage'

type Props = { projectId: string }

const never = () => () => {}

/** Rows of this project that are still in the table: those that had problems when the others were sent. */
export function NotSentYet({ projectId }: Props) {
  const count = useSyncExternalStore(
    never,
    () => readBatchRows(projectId).rows.length,
    () => 0,
  )
  if (count === 0) return null
  return (
    <Notice
      title={count === 1 ? '1 row was not sent' : `${count} rows were not sent`}
      actions={<LinkButton href={paths.batch()}>{count === 1 ? 'Show the row' : 'Show the rows'}</LinkButton>}
    >
      <p>They are kept in this browser. Mend them, then send them, too.</p>
    </Notice>
  )
}
