'use client'

import { Button } from '@mantine/core'
import type { RefObject } from 'react'
import { Popover } from '@/components/elements/Popover'
import classes from './FacetValues.module.css'
import { TickLine } from './TickLine'
import type { Columns } from './useColumns'

type Props = { columns: Columns; anchor: RefObject<HTMLElement | null>; onClose: () => void }

/** The name always shows. What is chosen is kept in this browser. */
export function ColumnsPanel({ columns: { offered, shown, isUsual, choose }, anchor, onClose }: Props) {
  const ids = shown.map(({ id }) => id)
  return (
    <Popover anchor={anchor} label="Columns" onClose={onClose}>
      <ul className={classes.list}>
        {offered.map(({ id, title, fullTitle = title }) => (
          <li key={id}>
            <TickLine
              words={fullTitle}
              isChosen={ids.includes(id)}
              onChoose={(isChosen) => choose(isChosen ? [...ids, id] : ids.filter((each) => each !== id))}
            />
          </li>
        ))}
      </ul>
      <p className={classes.note}>
        <Button size="compact-sm" disabled={isUsual} onClick={() => choose(null)}>
          Usual columns
        </Button>
      </p>
    </Popover>
  )
}
