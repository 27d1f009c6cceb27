'use client'

import { Button } from '@mantine/core'
import { Icon } from '@/components/elements/Icon'
import { formatCount } from '@/lib/images/count-words'
import type { RowActs } from './row-acts'
import classes from './SelectionBar.module.css'
import type { Selection } from './useSelection'

type Props = { selection: Selection; acts: RowActs; onClear: () => void }

/** What can be done with all that are chosen; over the end of the view, so that nothing moves when it comes. */
export function SelectionBar({ selection, acts, onClear }: Props) {
  const { rows, hidden } = selection
  return (
    <section className={classes.bar} aria-label="Selection">
      <span className={classes.count}>
        {formatCount(rows.length)} selected
        {hidden > 0 ? <span className={classes.hidden}> · {formatCount(hidden)} not shown</span> : null}
      </span>
      <Button size="xs" onClick={() => acts.ask('tag', rows)}>
        Add tag
      </Button>
      <Button size="xs" onClick={() => acts.ask('share', rows)}>
        Share
      </Button>
      <Button size="xs" color="bad" onClick={() => acts.ask('delete', rows)}>
        Delete
      </Button>
      <Button size="xs" variant="subtle" leftSection={<Icon name="close" size={14} />} onClick={onClear}>
        Clear
      </Button>
    </section>
  )
}
