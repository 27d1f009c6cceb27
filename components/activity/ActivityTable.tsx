'use client'

import { useClockText, useTimeZone } from '@/components/elements/clock'
import table from '@/components/elements/Table.module.css'
import type { ActivityEntry } from '@/lib/audit/view'
import { dayHeading, dayOf } from '@/lib/format/day'
import { ActivityRow } from './ActivityRow'
import classes from './ActivityTable.module.css'

type Props = {
  entries: readonly ActivityEntry[]
  /** When the server rendered it, epoch milliseconds. */
  now: number
  onOpen: (entry: ActivityEntry) => void
}

const COLUMNS = 6

export function ActivityTable({ entries, now, onOpen }: Props) {
  const timeZone = useTimeZone()
  const today = useClockText((present) => dayOf(present, timeZone), dayOf(now, 'UTC'))
  const days = Map.groupBy(entries, ({ at }) => dayOf(at, timeZone))
  return (
    <div className={table.scroll} data-wide>
      <table className={`${table.table} ${classes.table}`}>
        <caption className="sr-only">Changes made in this project, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Result</th>
            <th scope="col">Source address</th>
            <th scope="col">Request id</th>
          </tr>
        </thead>
        {[...days].map(([day, ofDay]) => (
          <tbody key={day}>
            <tr className={classes.day}>
              <th scope="rowgroup" colSpan={COLUMNS}>
                {dayHeading(day, today)}
              </th>
            </tr>
            {ofDay.map((entry) => (
              <ActivityRow key={entry.id} entry={entry} onOpen={onOpen} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
