import { useId } from 'react'
import { Disclosure } from '@/components/elements/Disclosure'
import { type Fact, Facts } from '@/components/elements/Facts'
import type { Finding } from '@/lib/disk-image/findings/finding'
import classes from './FindingDetails.module.css'

type Props = {
  finding: Finding
  override: { isChosen: boolean; onChoose: (isChosen: boolean) => void } | null
}

export const hasDetails = ({ evidence }: Finding): boolean => factsOf(evidence).length > 0

/** Where it was read, and the way past it: folded, so that nobody sends by accident what IMS will refuse. */
export function FindingDetails({ finding, override }: Props) {
  const id = useId()
  return (
    <Disclosure summary="Details">
      <Facts layout="narrow" facts={factsOf(finding.evidence)} />
      {override ? (
        <p className={classes.override}>
          <input
            type="checkbox"
            id={id}
            checked={override.isChosen}
            onChange={(event) => override.onChoose(event.currentTarget.checked)}
          />
          <label htmlFor={id}>Send it anyway; I know IMS may refuse</label>
        </p>
      ) : null}
    </Disclosure>
  )
}

function factsOf(evidence: Finding['evidence']): Fact[] {
  if (!evidence) return []
  const { where, offset, bytes, value } = evidence
  return [
    ...(offset === null
      ? []
      : [{ label: 'Read at', value: `byte ${offset} of the ${where === 'file' ? 'file' : 'disk inside'}` }]),
    ...(bytes ? [{ label: 'Bytes', value: <code>{bytes}</code> }] : []),
    ...(value ? [{ label: 'Value', value: <code>{value}</code> }] : []),
  ]
}
