'use client'

import { useState } from 'react'
import type { ListedImage } from '@/lib/images/listed'
import classes from './AnswerButtons.module.css'
import type { RowActs } from './row-acts'

type Props = { row: ListedImage; tabIndex: number; acts: RowActs }

const ANSWERS = [
  { answer: 'accepted', words: 'Accept', doing: 'Accepting…' },
  { answer: 'rejected', words: 'Reject', doing: 'Rejecting…' },
] as const

/** Another project offers an image and waits to hear. */
export function AnswerButtons({ row, tabIndex, acts }: Props) {
  const [sent, setSent] = useState<'accepted' | 'rejected' | null>(null)
  const name = row.image.name ?? 'this image'
  const send = async (answer: 'accepted' | 'rejected') => {
    setSent(answer)
    await acts.answer(row, answer)
    setSent(null)
  }
  return (
    <>
      offered
      {ANSWERS.map(({ answer, words, doing }) => {
        const shown = sent === answer ? doing : words
        return (
          <button
            key={answer}
            type="button"
            className={classes.answer}
            tabIndex={tabIndex}
            aria-label={`${shown} ${name}`}
            aria-disabled={sent !== null}
            onClick={sent ? undefined : () => void send(answer)}
          >
            {shown}
          </button>
        )
      })}
    </>
  )
}
