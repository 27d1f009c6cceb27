import type { ReactNode } from 'react'
import { Fold } from '@/components/elements/Fold'
import type { Finding } from '@/lib/disk-image/findings/finding'
import { FindingLine } from './FindingLine'
import { foldedWords, isLoud, quietFindings, resultOf } from './tally'

/** Of what is fine; all that could not be checked stands before it. */
const FINE_SHOWN = 2

type Props = {
  /** The gravest first. */
  findings: readonly Finding[]
  /** Draws a problem or a warning. */
  card: (finding: Finding) => ReactNode
}

/** Problems and warnings in full, then what could not be checked, then what is fine, most of it folded. */
export function FindingList({ findings, card }: Props) {
  const quiet = quietFindings(findings)
  const shown = quiet.filter((finding) => resultOf(finding) === 'unknown').length + FINE_SHOWN
  const folded = quiet.slice(shown)
  return (
    <>
      {findings.filter(isLoud).map(card)}
      {quiet.length > 0 ? (
        <ul>
          {quiet.slice(0, shown).map((finding) => (
            <FindingLine key={finding.id} finding={finding} />
          ))}
        </ul>
      ) : null}
      {folded.length > 0 ? (
        <Fold summary={foldedWords(folded)}>
          <ul>
            {folded.map((finding) => (
              <FindingLine key={finding.id} finding={finding} />
            ))}
          </ul>
        </Fold>
      ) : null}
    </>
  )
}
