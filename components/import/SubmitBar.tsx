import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { StatusMark } from '@/components/elements/StatusMark'
import classes from './SubmitBar.module.css'
import type { SubmitPhase } from './useSubmitImport'

type Props = {
  phase: SubmitPhase
  /** What stands in the way: wrong fields of the last attempt, or else what the file says. */
  problemCount: number
  onShowProblems: () => void
}

const WORDS = {
  idle: 'Import image',
  checking: 'Finishing the checks…',
  sending: 'Sending to IMS…',
} as const satisfies Record<SubmitPhase, string>

const WHEN = <p className={classes.note}>Often takes 10 to 60 min. You can leave meanwhile.</p>

/** Seldom has anything to say. */
const QuotaNote = dynamic(
  () => import('@/components/images/QuotaNote').then(({ QuotaNote }) => QuotaNote).catch(() => () => WHEN),
  {
    ssr: false,
    loading: () => WHEN,
  },
)

export function SubmitBar({ phase, problemCount, onShowProblems }: Props) {
  return (
    <div className={classes.bar}>
      {problemCount > 0 ? (
        <p className={classes.blocked}>
          <StatusMark shape="bad" />
          <span>
            {problemCount === 1
              ? '1 problem blocks this import'
              : `${problemCount} problems block this import`}
          </span>
          <button type="button" className={classes.show} onClick={onShowProblems}>
            Show
          </button>
        </p>
      ) : (
        <QuotaNote otherwise={WHEN} />
      )}
      <Button
        type="submit"
        variant="filled"
        className={classes.submit ?? ''}
        aria-disabled={phase !== 'idle'}
        // Focus moves with the click, not before it: a message that appears on leaving a field would otherwise
        // push the button away from under the pointer, and the press would be lost.
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => event.currentTarget.focus()}
      >
        {WORDS[phase]}
      </Button>
    </div>
  )
}
