'use client'

import type { ReactNode, Ref } from 'react'
import { Card } from '@/components/elements/Card'
import type { Finding } from '@/lib/disk-image/findings/finding'
import { FindingList } from './FindingList'
import { Meter } from './Meter'
import { PanelHead } from './PanelHead'
import classes from './PreflightPanel.module.css'
import { ReadFromFile } from './ReadFromFile'
import { ReadingFailed } from './ReadingFailed'
import type { Reading } from './reading'
import { SkeletonFindings } from './SkeletonFindings'
import { tallyWords } from './tally'
import { WhenRead } from './WhenRead'

type Props = {
  reading: Reading
  /** Of the file for what the form asks, the gravest first. */
  findings: readonly Finding[]
  /** Draws a problem or a warning with what can be done about it. */
  card: (finding: Finding) => ReactNode
  /** Null: there is nothing to check again. */
  onCheckAgain: (() => void) | null
  isChecking: boolean
  /** Which file it is, where it is not the form's. */
  source?: ReactNode
  /** The way to check a file on this computer. */
  foot: ReactNode
  className?: string | undefined
  ref?: Ref<HTMLDivElement>
}

/** What the file says of its own import, beside the form. */
export function PreflightPanel({ reading, findings, className, ref, ...rest }: Props) {
  const facts = reading.state === 'read' ? reading.facts : null
  return (
    <div ref={ref} tabIndex={-1} className={className ? `${classes.place} ${className}` : classes.place}>
      <Card labelledBy="preflight" className={classes.panel}>
        <PanelHead
          words={summaryOf(reading, findings)}
          isReading={reading.state === 'reading'}
          onCheckAgain={rest.onCheckAgain}
          isChecking={rest.isChecking}
        />
        {rest.source}
        {facts ? <Meter findings={findings} /> : null}
        {reading.state === 'reading' ? <SkeletonFindings /> : null}
        {reading.state === 'failed' ? (
          <ReadingFailed error={reading.error} onCheckAgain={rest.onCheckAgain} />
        ) : null}
        {reading.state === 'read' ? (
          <WhenRead reading={reading} onCheckAgain={rest.onCheckAgain} isChecking={rest.isChecking} />
        ) : null}
        {facts ? <FindingList findings={findings} card={rest.card} /> : null}
        {facts?.inspection ? <ReadFromFile inspection={facts.inspection} isOpen={beginsOpen()} /> : null}
        {rest.foot}
      </Card>
    </div>
  )
}

/** Asked only where a file has been read, and so in a browser: on a phone what was read begins folded. */
const beginsOpen = () => window.matchMedia('(min-width: 761px)').matches

/** The panel in one line; a screen reader hears it when it changes. */
function summaryOf(reading: Reading, findings: readonly Finding[]): string {
  switch (reading.state) {
    case 'none':
      return 'Choose a file to see whether IMS will take it.'
    case 'reading':
      return 'Reading the file…'
    case 'failed':
      return 'Cannot read the file'
    case 'read': {
      const blocks = findings.some(({ severity }) => severity === 'blocks')
      return reading.facts.inspection || blocks ? tallyWords(findings) : 'Cannot read the file'
    }
  }
}
