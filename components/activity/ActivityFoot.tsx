import { Moment } from '@/components/elements/Moment'
import table from '@/components/elements/Table.module.css'
import { AUDIT_KEPT_DAYS } from '@/lib/audit/view'

/** What the cloud itself keeps, of every tool that called it. */
const CTS = 'https://docs.otc.t-systems.com/cloud-trace-service/umn/'

type Props = { count: number; more: boolean; readAt: number }

export function ActivityFoot({ count, more, readAt }: Props) {
  return (
    <p className={table.foot}>
      <span>
        {more ? `The newest ${count} changes` : countOf(count)} · read <Moment at={readAt} /> · kept for{' '}
        {AUDIT_KEPT_DAYS} days
      </span>
      <span>
        <a href={CTS} target="_blank" rel="noreferrer">
          The cloud’s own trace (CTS)
        </a>{' '}
        also records other tools.
      </span>
    </p>
  )
}

function countOf(changes: number): string {
  if (changes === 0) return 'None'
  return changes === 1 ? '1 change' : `${changes} changes`
}
