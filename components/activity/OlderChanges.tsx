'use client'

import { Button } from '@mantine/core'
import { useRef } from 'react'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { ProblemError } from '@/components/shell/request'
import classes from './OlderChanges.module.css'
import { useNearEnd } from './useNearEnd'

type Props = {
  isReading: boolean
  /** Why the last try brought nothing. */
  error: Error | null
  onShow: () => void
}

/** The end of what is listed: the next changes come as it comes into view, or at a press. */
export function OlderChanges({ isReading, error, onShow }: Props) {
  const end = useRef<HTMLDivElement>(null)
  useNearEnd(end, () => {
    if (!isReading && !error) onShow()
  })
  return (
    <div ref={end} className={classes.older}>
      {error instanceof ProblemError ? <ErrorBox error={error.error} alert /> : null}
      <Button aria-disabled={isReading} onClick={isReading ? undefined : onShow}>
        {isReading ? 'Reading…' : error ? 'Try again' : 'Show older changes'}
      </Button>
    </div>
  )
}
