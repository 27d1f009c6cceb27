import { Notice } from '@/components/elements/Notice'
import type { Prefill } from '@/lib/images/read-prefill'
import { leftOut } from './left-out'
import { leftOutWords } from './left-out-words'

type Props = { prefill: Prefill; regionTitle: string }

/** Above a form that begins with an image's facts: what is to be looked at, because it cannot be as it is there. */
export function FilledInNotice({ prefill, regionTitle }: Props) {
  const { name = 'an image', from } = prefill
  const words = leftOutWords(leftOut(prefill), from !== undefined)
  if (from === undefined && words.length === 0) return null
  return (
    <Notice title={from === undefined ? `Filled in from ${name}` : `Filled in from ${name} of ${from}`}>
      {from === undefined ? null : (
        <p>Check the file: it has to lie in a bucket of {regionTitle}, moved here by then.</p>
      )}
      {words.map((each) => (
        <p key={each}>{each}</p>
      ))}
      <p>Everything else says what the image {from === undefined ? '' : 'there '}says.</p>
    </Notice>
  )
}
