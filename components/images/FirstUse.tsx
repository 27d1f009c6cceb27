import { Card } from '@/components/elements/Card'
import { CardHeader } from '@/components/elements/CardHeader'
import { StatusMark } from '@/components/elements/StatusMark'
import classes from './FirstUse.module.css'
import type { FirstUseCheck } from './first-use'

const SPOKEN = { ok: 'Fine', warn: 'Warning', unknown: 'Not checked' } as const

type Props = { checks: readonly FirstUseCheck[]; className?: string | undefined }

/** Imported is not booted: what to test before anyone relies on the image. */
export function FirstUse({ checks, className }: Props) {
  const warnings = checks.filter(({ shape }) => shape === 'warn').length
  return (
    <Card labelledBy="first-use" className={className}>
      <CardHeader
        id="first-use"
        title="Before first use"
        end={warnings > 0 ? `${warnings} to look at` : undefined}
      />
      <ul>
        {checks.map(({ shape, fact, step }) => (
          <li key={fact} className={classes.check}>
            <StatusMark shape={shape} size={18} />
            <div>
              <p className={classes.fact}>
                <span className="sr-only">{SPOKEN[shape]}: </span>
                {fact}
              </p>
              <p className={classes.step}>{step}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
