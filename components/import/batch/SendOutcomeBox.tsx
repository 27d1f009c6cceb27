import { Button } from '@mantine/core'
import type { Ref } from 'react'
import { Notice } from '@/components/elements/Notice'
import type { SendOutcome } from './useSendBatch'

type Props = { outcome: SendOutcome; projectName: string; ref: Ref<HTMLDivElement> }

const reload = <Button onClick={() => window.location.reload()}>Reload</Button>

/** Why the batch was not sent, or not all of it; every row that is not an import yet stays in the table. */
export function SendOutcomeBox({ outcome, projectName, ref }: Props) {
  switch (outcome.kind) {
    case 'project-changed':
      return (
        <Notice ref={ref} title={`You are now in ${outcome.projectName}`} actions={reload}>
          <p>This page works in {projectName}. The rows below were not sent, and are kept there.</p>
        </Notice>
      )
    case 'offline':
      return (
        <Notice ref={ref} title="You are offline. Nothing was sent.">
          <p>Send them again when the connection is back.</p>
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
        <Notice ref={ref} title="Slipway did not answer, so it is not known whether the last rows were taken">
          <p>Send them again as they are: Slipway sends each row to IMS only once.</p>
        </Notice>
      )
    case 'none-kept':
      return (
        <Notice ref={ref} shape="bad" title="None of the rows was taken">
          <p>Each row says why.</p>
        </Notice>
      )
  }
}
