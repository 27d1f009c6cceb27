import { Button } from '@mantine/core'
import { StatusMark } from '@/components/elements/StatusMark'
import type { Finding } from '@/lib/disk-image/findings/finding'
import { Command } from './Command'
import classes from './FindingCard.module.css'
import { FindingDetails, hasDetails } from './FindingDetails'
import { withoutStop } from './without-stop'

const BLOCKS = { open: 'Blocks import', chosen: 'Will be sent anyway', sent: 'Sent anyway' } as const

type Props = {
  finding: Finding
  /** A change of the form that cures it. */
  action?: { label: string; onPress: () => void } | null
  /** Null: there is nothing to be sent. */
  override?: { isChosen: boolean; onChoose: (isChosen: boolean) => void } | null
  /** Its import has been sent: nothing can be done about it here. */
  isSent?: boolean
}

/** A problem or a warning: the fact, why it matters, and the way out. */
export function FindingCard({ finding, action = null, override = null, isSent = false }: Props) {
  const { id, severity, title, why, cure, imsCode, overridable } = finding
  const blocks = severity === 'blocks'
  const choice = blocks && overridable ? override : null
  return (
    <article className={classes.card} data-severity={severity} aria-labelledby={`finding-${id}`}>
      <StatusMark shape={blocks ? 'bad' : 'warn'} size={18} className={classes.mark} />
      <div className={classes.words}>
        <h3 id={`finding-${id}`} className={classes.title}>
          {withoutStop(title)}
        </h3>
        <p>{why}</p>
        {action ? (
          <div className={classes.action}>
            <Button size="xs" onClick={action.onPress}>
              {action.label}
            </Button>
          </div>
        ) : null}
        {cure && (cure.command || !action) ? <p>{cure.text}</p> : null}
        {cure?.command ? <Command command={cure.command} /> : null}
        <p className={classes.weight}>
          <span className={classes.severity}>
            {blocks ? BLOCKS[isSent ? 'sent' : choice?.isChosen ? 'chosen' : 'open'] : 'Warning'}
          </span>
          {blocks || isSent ? null : ' · you can import anyway'}
          {imsCode ? (
            <>
              {' · IMS code '}
              <code>{imsCode}</code>
            </>
          ) : null}
        </p>
        {choice || hasDetails(finding) ? <FindingDetails finding={finding} override={choice} /> : null}
      </div>
    </article>
  )
}
