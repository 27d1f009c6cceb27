import { Card } from '@/components/elements/Card'
import { CardHeader } from '@/components/elements/CardHeader'
import { StatusMark } from '@/components/elements/StatusMark'
import type { ImageApi } from '@/lib/config/image-apis'
import { hasMemoryLimits, hasOtherBootMode } from '@/lib/images/changeable'
import type { ImageAct } from '@/lib/images/possible'
import type { ImageView } from '@/lib/images/view'
import { type ActState, type ImageActs, whyWords } from './image-acts'
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
        {groupsOf(lines, acts).map(({ words, state }) => (
          <Group key={words.join()} words={words} state={state} />
        ))}
      </ul>
    </Card>
  )
}

type Group = { words: string[]; state: ActState }

/** What is possible, each with what may be in its way; then the rest, with what is in the way of several said once. */
function groupsOf(lines: readonly Line[], acts: ImageActs): Group[] {
  const possible = lines.filter(({ act }) => acts[act].why === null)
  const groups = new Map<string, Group>()
  for (const { act, words } of lines) {
    const why = whyWords(acts[act])
    if (why === null) continue
    const group = groups.get(why)
    if (group) group.words.push(words)
    else groups.set(why, { words: [words], state: acts[act] })
  }
  return [...possible.map(({ act, words }) => ({ words: [words], state: acts[act] })), ...groups.values()]
}

function Group({ words, state }: Group) {
  const { why, caution } = state
  const more = whyWords(state) ?? caution
  return (
    <li className={classes.group}>
      {words.map((each) => (
        <p key={each} className={why === null ? classes.can : classes.cannot}>
          <StatusMark shape={why !== null ? 'pending' : caution ? 'warn' : 'ok'} className={classes.mark} />
          <span>
            <span className="sr-only">{why === null ? 'Possible: ' : 'Not possible: '}</span>
            {each}
          </span>
        </p>
      ))}
      {more ? <p className={classes.more}>{more}</p> : null}
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
