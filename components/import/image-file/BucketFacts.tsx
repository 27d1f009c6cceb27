import { StatusMark } from '@/components/elements/StatusMark'
import { useSession } from '@/components/shell/SessionContext'
import classes from './Facts.module.css'

type Props = { region: string | null }

/** Where a bucket is, and what that means for an import. */
export function BucketFacts({ region }: Props) {
  const own = useSession().region.name
  if (region === null) return <span className={classes.facts}>region not known</span>
  if (region === own) return <span className={classes.facts}>{region}</span>
  return (
    <span className={`${classes.facts} ${classes.warn}`}>
      <StatusMark shape="warn" size={14} />
      {region}: IMS in {own} cannot read it
    </span>
  )
}
