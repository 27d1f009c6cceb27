import { Skeleton } from '@/components/elements/Skeleton'
import classes from './SkeletonFindings.module.css'

const LINES = [172, 208, 148]

/** In the shape of what comes. */
export function SkeletonFindings() {
  return (
    <div className={classes.findings}>
      {LINES.map((width) => (
        <div key={width} className={classes.line}>
          <Skeleton width={18} height={18} />
          <div className={classes.words}>
            <Skeleton width={width} />
            <Skeleton width={width + 60} />
          </div>
        </div>
      ))}
    </div>
  )
}
