import { Card } from '@/components/elements/Card'
import { CardHeader } from '@/components/elements/CardHeader'
import { StatusMark } from '@/components/elements/StatusMark'
import type { ImageAct } from '@/lib/images/possible'
import type { ActState, ImageActs } from './image-acts'
import classes from './Possibilities.module.css'

const ACTS: readonly { act: ImageAct; words: string }[] = [
  { act: 'change', words: 'Change name, description, memory and boot mode' },
  { act: 'tag', words: 'Tag it' },
  { act: 'share', words: 'Share it with another project' },
  { act: 'export', words: 'Export it to a bucket' },
  { act: 'copy', words: 'Copy it in this region' },
  { act: 'delete', words: 'Delete it' },
]

type Props = { acts: ImageActs; className?: string | undefined }

/** What is possible, and where not, why not and what serves instead. */
export function Possibilities({ acts, className }: Props) {
  const blocked = ACTS.filter(({ act }) => acts[act].why !== null).length
  return (
    <Card labelledBy="possibilities" className={className}>
      <CardHeader
        id="possibilities"
        title="What you can do"
        end={blocked > 0 ? `${ACTS.length - blocked} of ${ACTS.length}` : undefined}
      />
      <ul className={classes.list}>
        {ACTS.map(({ act, words }) => (
          <Line key={act} words={words} state={acts[act]} />
        ))}
      </ul>
    </Card>
  )
}

function Line({ words, state: { why, wayRound, caution } }: { words: string; state: ActState }) {
  const more = why ?? caution
  return (
    <li className={classes.line}>
      <StatusMark shape={why !== null ? 'pending' : caution ? 'warn' : 'ok'} className={classes.mark} />
      <div>
        <p className={why === null ? classes.can : classes.cannot}>
          <span className="sr-only">{why === null ? 'Possible: ' : 'Not possible: '}</span>
          {words}
        </p>
        {more ? (
          <p className={classes.more}>
            {more} {wayRound}
          </p>
        ) : null}
      </div>
    </li>
  )
}
