import { CopyText } from '@/components/elements/CopyText'
import { Moment } from '@/components/elements/Moment'
import { Nothing } from '@/components/elements/Nothing'
import table from '@/components/elements/Table.module.css'
import type { ActivityEntry } from '@/lib/audit/view'
import { ActivityResult } from './ActivityResult'
import classes from './ActivityRow.module.css'

type Props = { entry: ActivityEntry; onOpen: (entry: ActivityEntry) => void }

/** The whole row opens the raw record; what has a button of its own lies above it. */
export function ActivityRow({ entry, onOpen }: Props) {
  const { at, userName, sentence, result, code, address, requestId } = entry
  return (
    <tr className={classes.row}>
      <td className={`${table.quiet} ${classes.time}`}>
        <span className={table.above}>
          <Moment at={at} form="clock" focusable={false} />
        </span>
      </td>
      <td className={classes.who}>{userName}</td>
      <td className={classes.what}>
        <button
          type="button"
          className={`${table.link} ${classes.open}`}
          aria-haspopup="dialog"
          onClick={() => onOpen(entry)}
        >
          {sentence}
        </button>
      </td>
      <td className={classes.result}>
        <ActivityResult result={result} />
        {code ? <code className={classes.code}>{code}</code> : null}
      </td>
      <td className={`${table.quiet} ${table.wide}`}>{address ?? 'not known'}</td>
      <td className={`${table.quiet} ${table.wide}`}>
        {requestId ? (
          <span className={table.above}>
            <CopyText value={requestId} label="request id" shorten />
          </span>
        ) : (
          <Nothing />
        )}
      </td>
    </tr>
  )
}
