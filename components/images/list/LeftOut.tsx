import { StatusMark } from '@/components/elements/StatusMark'
import classes from './LeftOut.module.css'
import type { Blocked } from './split-possible'

type Props = {
  blocked: readonly Blocked[]
  /** "deleted" in "2 images are not deleted". */
  verb: string
}

/** Images of a selection that the act cannot be done to, by the reason. */
export function LeftOut({ blocked, verb }: Props) {
  const count = blocked.reduce((sum, { rows }) => sum + rows.length, 0)
  if (count === 0) return null
  return (
    <div className={classes.box}>
      <p className={classes.title}>
        <StatusMark shape="warn" />
        {count === 1 ? `1 image is not ${verb}` : `${count} images are not ${verb}`}
      </p>
      <ul className={classes.reasons}>
        {blocked.map(({ why, rows }) => (
          <li key={why}>
            <span className={classes.names}>
              {rows.map(({ image }) => image.name ?? image.id).join(', ')}:
            </span>{' '}
            {why}
          </li>
        ))}
      </ul>
    </div>
  )
}
