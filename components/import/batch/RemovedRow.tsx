'use client'

import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import classes from './RemovedRow.module.css'
import type { Removed } from './useRemovedRow'

type Props = { removed: Removed; onTakeBack: () => void }

/** Says which row is gone, and brings it back. Focus comes here: the button that had it went with the row. */
export function RemovedRow({ removed, onTakeBack }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The document's focus.
    button.current?.focus()
  }, [])
  const { imageName, imageFile } = removed.row.draft
  return (
    <p className={classes.line}>
      <span>
        Row {removed.index + 1} was removed: {imageName || imageFile || 'empty'}.
      </span>
      <Button ref={button} size="xs" onClick={onTakeBack}>
        Put it back
      </Button>
    </p>
  )
}
