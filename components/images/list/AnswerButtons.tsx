'use client'

import { Button } from '@mantine/core'
import type { ListedImage } from '@/lib/images/listed'
import classes from './AnswerButtons.module.css'
import type { RowActs } from './row-acts'

type Props = { row: ListedImage; tabIndex: number; acts: RowActs }

/** Another project offers an image and waits to hear. */
export function AnswerButtons({ row, tabIndex, acts }: Props) {
  const name = row.image.name ?? 'this image'
  return (
    <span className={classes.pair}>
      <Button
        size="compact-sm"
        tabIndex={tabIndex}
        aria-label={`Accept ${name}`}
        onClick={() => acts.answer(row, 'accepted')}
      >
        Accept
      </Button>
      <Button
        size="compact-sm"
        tabIndex={tabIndex}
        aria-label={`Reject ${name}`}
        onClick={() => acts.answer(row, 'rejected')}
      >
        Reject
      </Button>
    </span>
  )
}
