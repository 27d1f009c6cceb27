import type { MemberList } from '@/lib/images/view'
import classes from './DeleteDialog.module.css'

type Props = { members: MemberList['members'] | null }

/** Who uses the image as far as IMS knows: it lists projects, and no servers. */
export function Dependents({ members }: Props) {
  if (members === null) return <p className={classes.more}>It is not known whether it is shared.</p>
  if (members.length === 0) return null
  return (
    <>
      <p className={classes.more}>
        {members.length === 1 ? '1 project loses it:' : `${members.length} projects lose it:`}
      </p>
      <ul className={classes.list}>
        {members.map(({ projectId, status }) => (
          <li key={projectId}>
            <code>{projectId}</code> ({status})
          </li>
        ))}
      </ul>
    </>
  )
}
