'use client'

import type { ListedImage } from '@/lib/images/listed'
import classes from './AnswerButtons.module.css'
import type { RowActs } from './row-acts'

type Props = { row: ListedImage; tabIndex: number; acts: RowActs }

const ANSWERS = [
  ['Accept', 'accepted'],
  ['Reject', 'rejected'],
] as const

/** Another project offers an image and waits to hear. */
export function AnswerButtons({ row, tabIndex, acts }: Props) {
  const name = row.image.name ?? 'this image'
  return (
    <>
      offered
      {ANSWERS.map(([words, answer]) => (
        <button
          key={answer}
          type="button"
          className={classes.answer}
          tabIndex={tabIndex}
          aria-label={`${words} ${name}`}
          onClick={() => acts.answer(row, answer)}
        >
          {words}
        </button>
      ))}
    </>
  )
}
