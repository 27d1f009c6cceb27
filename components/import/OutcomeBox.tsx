import { Button } from '@mantine/core'
import type { Ref } from 'react'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { Notice } from '@/components/elements/Notice'
import type { Outcome } from './outcome'

type Props = {
  outcome: Exclude<Outcome, { kind: 'problems' }>
  /** The project this page works in. */
  projectName: string
  /** Sends the form into Slipway's own queue. */
  onWait: () => void
  ref: Ref<HTMLDivElement>
}

const reload = <Button onClick={() => window.location.reload()}>Reload</Button>

/** Why the import was not sent, above the form; what was typed stays. */
export function OutcomeBox({ outcome, projectName, onWait, ref }: Props) {
  switch (outcome.kind) {
    case 'error':
      return (
        <ErrorBox
          ref={ref}
          error={outcome.error}
          actions={outcome.mayWait ? <Button onClick={onWait}>Send when one ends</Button> : null}
        />
      )
    case 'project-changed':
      return (
        <Notice ref={ref} title={`You are now in ${outcome.projectName}`} actions={reload}>
          <p>This page works in {projectName}, so nothing was sent. What you typed is kept there.</p>
        </Notice>
      )
    case 'offline':
      return (
        <Notice ref={ref} title="You are offline. Nothing was sent.">
          <p>Press Import image again when the connection is back.</p>
        </Notice>
      )
    case 'updated':
      return (
        <Notice
          ref={ref}
          title="Slipway was updated. Reload to go on; what you typed is kept."
          actions={reload}
        />
      )
    case 'no-answer':
      return (
        <Notice ref={ref} title="Slipway did not answer, so it is not known whether the import was taken">
          <p>Press Import image again with the same values: Slipway sends an import to IMS only once.</p>
        </Notice>
      )
  }
}
