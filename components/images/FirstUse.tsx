'use client'

import type { ReactNode } from 'react'
import { Card } from '@/components/elements/Card'
import { CardHeader } from '@/components/elements/CardHeader'
import { StatusMark } from '@/components/elements/StatusMark'
import classes from './FirstUse.module.css'
import type { FirstUseCheck } from './first-use'

const SPOKEN = { ok: 'Fine', warn: 'Warning', unknown: 'Not checked' } as const

type Props = {
  checks: readonly FirstUseCheck[]
  /** What changes the boot mode in place; left out where that cannot be done. */
  bootModeAct?: ((mode: 'bios' | 'uefi') => ReactNode) | undefined
  /** Below the checks. */
  children?: ReactNode
  className?: string | undefined
}

/** Imported is not booted: what to test before anyone relies on the image. */
export function FirstUse({ checks, bootModeAct, children, className }: Props) {
  const warnings = checks.filter(({ shape }) => shape === 'warn').length
  return (
    <Card labelledBy="first-use" className={className}>
      <CardHeader
        id="first-use"
        title="Before first use"
        end={warnings > 0 ? `${warnings} to look at` : undefined}
      />
      <ul>
        {checks.map(({ shape, fact, step, bootMode }) => (
          <li key={fact} className={classes.check}>
            <StatusMark shape={shape} size={18} />
            <div>
              <p className={classes.fact}>
                <span className="sr-only">{SPOKEN[shape]}: </span>
                {fact}
              </p>
              <p className={classes.step}>{step}</p>
              {bootMode && bootModeAct ? <div className={classes.act}>{bootModeAct(bootMode)}</div> : null}
            </div>
          </li>
        ))}
      </ul>
      {children}
    </Card>
  )
}
