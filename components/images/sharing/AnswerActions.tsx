'use client'

import { Button } from '@mantine/core'
import { passFocusOn } from '@/components/elements/focus'
import type { ImageView } from '@/lib/images/view'
import { useAnswer } from './useAnswer'

type Props = {
  image: Pick<ImageView, 'id'>
  /** What this project said so far. */
  status: string
}

/** Not to the other answer: whoever presses twice would give both. */
const toHeading = passFocusOn()

/** Accepts or rejects, now or later. */
export function AnswerActions({ image, status }: Props) {
  const { answer, answering } = useAnswer(image)
  const isPending = status === 'pending'
  return (
    <>
      {status === 'accepted' ? null : (
        <Button
          ref={toHeading}
          variant="filled"
          aria-disabled={answering !== null}
          onClick={() => answer('accepted', isPending)}
        >
          {answering === 'accepted' ? 'Accepting…' : 'Accept image'}
        </Button>
      )}
      {status === 'rejected' ? null : (
        <Button
          ref={toHeading}
          aria-disabled={answering !== null}
          onClick={() => answer('rejected', isPending)}
        >
          {answering === 'rejected' ? 'Rejecting…' : 'Reject image'}
        </Button>
      )}
    </>
  )
}
