import { ActionIcon } from '@mantine/core'
import { useThrottledValue } from '@mantine/hooks'
import { Icon } from '@/components/elements/Icon'
import { StatusMark } from '@/components/elements/StatusMark'
import classes from './PanelHead.module.css'

/** Findings change with every key that is typed: a screen reader hears of it so often and no more. */
const SPEAK_EVERY_MS = 3_000

type Props = {
  words: string
  isReading: boolean
  onCheckAgain: (() => void) | null
  isChecking: boolean
}

export function PanelHead({ words, isReading, onCheckAgain, isChecking }: Props) {
  const spoken = useThrottledValue(words, SPEAK_EVERY_MS)
  return (
    <div className={classes.head}>
      <div className={classes.words}>
        <h2 id="preflight" className={classes.title}>
          Preflight
        </h2>
        <p aria-hidden="true" className={classes.summary}>
          {isReading ? <StatusMark shape="running" /> : null}
          {words}
        </p>
        <p role="status" className="sr-only">
          {spoken}
        </p>
      </div>
      {onCheckAgain ? (
        <ActionIcon
          aria-label="Check again"
          aria-disabled={isChecking}
          onClick={isChecking ? undefined : onCheckAgain}
        >
          {isChecking ? <StatusMark shape="running" /> : <Icon name="refresh" />}
        </ActionIcon>
      ) : null}
    </div>
  )
}
