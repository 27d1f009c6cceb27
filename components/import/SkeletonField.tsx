import { Skeleton } from '@/components/elements/Skeleton'
import classes from './SkeletonField.module.css'

type Props = { labelWidth: number; width?: number; height?: number; hasHelp?: boolean }

/** A field yet to come: label, help, control. */
export function SkeletonField({ labelWidth, width, height = 36, hasHelp = false }: Props) {
  return (
    <div className={classes.field}>
      <Skeleton width={labelWidth} height={14} className={classes.label} />
      {hasHelp ? <Skeleton width="60%" height={12} className={classes.help} /> : null}
      <Skeleton width={width ?? '100%'} height={height} className={classes.control} />
    </div>
  )
}
