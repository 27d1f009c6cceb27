'use client'

import { useId } from 'react'
import { Tick } from '@/components/elements/Tick'
import { formatCount } from '@/lib/images/count-words'
import classes from './FacetValues.module.css'

type Props = {
  words: string
  /** What it would leave; null where that is not known. */
  count?: number | null
  isChosen: boolean
  /** Of radio buttons: their group. */
  group?: string | undefined
  onChoose: (isChosen: boolean) => void
}

export function TickLine({ words, count = null, isChosen, group, onChoose }: Props) {
  const id = useId()
  return (
    <label htmlFor={id} className={classes.value} data-none={count === 0}>
      <Tick
        id={id}
        isRadio={group !== undefined}
        name={group}
        checked={isChosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span className={classes.words}>{words}</span>
      {count === null ? null : <span className={classes.count}>{formatCount(count)}</span>}
    </label>
  )
}
