import { Skeleton } from './Skeleton'
import classes from './SkeletonRows.module.css'

/** Uneven on purpose: rows of one width read as a table that is broken. */
const WIDTHS = ['62%', '48%', '70%', '55%', '64%', '44%', '58%', '50%'] as const

type Props = { rows?: number; rowHeight?: number | string; label?: string }

export function SkeletonRows({ rows = 8, rowHeight = 'var(--row-height)', label = 'Loading' }: Props) {
  return (
    <div aria-busy="true">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of nothing have no identity but their place
        <div key={row} className={classes.row} style={{ height: rowHeight }}>
          <Skeleton width={WIDTHS[row % WIDTHS.length] ?? '60%'} height={14} />
          <Skeleton width={64} height={14} />
        </div>
      ))}
    </div>
  )
}
