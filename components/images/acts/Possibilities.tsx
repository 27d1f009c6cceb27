import { Card } from '@/components/elements/Card'
import { CardHeader } from '@/components/elements/CardHeader'
import { StatusMark } from '@/components/elements/StatusMark'
import type { ImageApi } from '@/lib/config/image-apis'
import { hasMemoryLimits, hasOtherBootMode } from '@/lib/images/changeable'
import type { ImageAct } from '@/lib/images/possible'
import type { ImageView } from '@/lib/images/view'
import type { ActState, ImageActs } from './image-acts'
import classes from './Possibilities.module.css'

type Line = { act: ImageAct; words: string }

const ACTS: readonly Line[] = [
  { act: 'tag', words: 'Tag it' },
  { act: 'share', words: 'Share it with another project' },
  { act: 'export', words: 'Export it to a bucket' },
  { act: 'copy', words: 'Copy it in this region' },
  { act: 'delete', words: 'Delete it' },
]

type Props = {
  image: Pick<ImageView, 'kind' | 'architecture' | 'bootMode'>
  api: ImageApi
  acts: ImageActs
  className?: string | undefined
}

/** What is possible, and where not, why not and what serves instead. */
export function Possibilities({ image, api, acts, className }: Props) {
  const lines: readonly Line[] = [{ act: 'change', words: changeWords(image, api) }, ...ACTS]
  const blocked = lines.filter(({ act }) => acts[act].why !== null).length
  return (
    <Card labelledBy="possibilities" className={className}>
      <CardHeader
        id="possibilities"
        title="What you can do"
        end={blocked > 0 ? `${lines.length - blocked} of ${lines.length}` : undefined}
      />
      <ul className={classes.list}>
        {lines.map(({ act, words }) => (
          <PossibleLine key={act} words={words} state={acts[act]} />
        ))}
      </ul>
    </Card>
  )
}

function PossibleLine({ words, state: { why, wayRound, caution } }: { words: string; state: ActState }) {
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

function changeWords(image: Props['image'], api: ImageApi): string {
  const fields = [
    'name',
    'description',
    ...(hasMemoryLimits(image, api) ? ['memory'] : []),
    ...(hasOtherBootMode(image) ? ['boot mode'] : []),
  ]
  return `Change ${new Intl.ListFormat('en-GB').format(fields)}`
}
