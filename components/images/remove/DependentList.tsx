import classes from './DeleteDialog.module.css'
import type { Dependents } from './dependents'

type Props = { of: Dependents }

/** Who uses the image as far as the cloud knows: it lists projects, and no servers. */
export function DependentList({ of }: Props) {
  if (of === 'none') return null
  if (of === 'not-known') return <p className={classes.more}>It is not known whether it is shared.</p>
  if (of === 'everyone') return <p className={classes.more}>Every project can use it, and loses it too.</p>
  if (of === 'some')
    return (
      <p className={classes.more}>
        It is shared with other projects, which lose it too. With which ones is not known.
      </p>
    )
  return (
    <>
      <p className={classes.more}>
        {of.length === 1 ? '1 project loses it:' : `${of.length} projects lose it:`}
      </p>
      <ul className={classes.list}>
        {of.map(({ projectId, status }) => (
          <li key={projectId}>
            <code>{projectId}</code> ({status})
          </li>
        ))}
      </ul>
    </>
  )
}
