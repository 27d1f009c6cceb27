import { StatusMark } from '@/components/elements/StatusMark'
import type { Finding } from '@/lib/disk-image/findings/finding'
import classes from './FindingLine.module.css'
import { withoutStop } from './without-stop'

type Props = { finding: Finding }

/** A check that is fine, or could not be made. */
export function FindingLine({ finding: { severity, title, why } }: Props) {
  const isUnknown = severity === 'unknown'
  return (
    <li className={classes.line}>
      <StatusMark shape={isUnknown ? 'unknown' : 'ok'} size={18} className={classes.mark} />
      <div className={classes.words}>
        <p className={classes.title}>
          <span className="sr-only">{isUnknown ? 'Not checked: ' : 'Fine: '}</span>
          {withoutStop(title)}
        </p>
        <p>{why}</p>
      </div>
    </li>
  )
}
