import { StatusMark } from '@/components/elements/StatusMark'
import classes from './PhaseList.module.css'
import { PhaseTime } from './PhaseTime'
import type { Phase } from './phases'

/** The mark's meaning in words, for those who do not see it. */
const SPOKEN = {
  ok: 'done',
  running: 'going on',
  queued: 'waiting',
  paused: 'paused',
  bad: 'failed',
  warn: 'with a warning',
  unconfirmed: 'not known',
  unknown: 'not known',
  pending: 'to come',
} as const satisfies Record<Phase['shape'], string>

type Props = { phases: readonly Phase[]; now: number }

export function PhaseList({ phases, now }: Props) {
  return (
    <ol className={classes.list}>
      {phases.map(({ name, shape, current, note, time }) => (
        <li
          key={name}
          className={classes.phase}
          data-shape={shape}
          data-current={current}
          {...(current ? { 'aria-current': 'step' } : {})}
        >
          <StatusMark shape={shape} size={20} />
          <div>
            <span className={classes.name}>{name}</span>
            <span className="sr-only">, {SPOKEN[shape]}</span>
            {note ? <p className={classes.note}>{note}</p> : null}
          </div>
          <span className={classes.time}>
            <PhaseTime time={time} now={now} />
          </span>
        </li>
      ))}
    </ol>
  )
}
