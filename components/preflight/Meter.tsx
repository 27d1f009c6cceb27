import type { Finding } from '@/lib/disk-image/findings/finding'
import classes from './Meter.module.css'
import { resultsByCheck } from './tally'

type Props = { findings: readonly Finding[] }

/** A stroke for each check, told apart by height and fill too. The tally above says the same in words. */
export function Meter({ findings }: Props) {
  return (
    <div className={classes.meter} aria-hidden="true">
      {resultsByCheck(findings).map((result, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes have nothing of their own but their place
        <span key={index} className={classes.stroke} data-result={result} />
      ))}
    </div>
  )
}
