'use client'

import { Button } from '@mantine/core'
import classes from './CrashPage.module.css'

type Props = {
  /** The digest by which the server's log names it; none when the browser alone failed. */
  errorId: string | undefined
}

export function CrashPage({ errorId }: Props) {
  return (
    <div role="alert" className={classes.crash}>
      <h1 tabIndex={-1}>This page broke</h1>
      <p className={classes.text}>Your data in the cloud was not touched.</p>
      <Button variant="filled" onClick={() => window.location.reload()}>
        Reload
      </Button>
      {errorId ? (
        <p className={classes.id}>
          Error id <code>{errorId}</code>
        </p>
      ) : null}
    </div>
  )
}
