import { Card } from '@/components/elements/Card'
import { Moment } from '@/components/elements/Moment'
import { Nothing } from '@/components/elements/Nothing'
import type { ImageView } from '@/lib/images/view'
import classes from './FactStrip.module.css'
import { shortSystem } from './system-name'

/** The relative form names the time of day itself from a day on. */
const RELATIVE_WITHOUT_CLOCK_MS = 24 * 60 * 60 * 1000

type Props = { image: ImageView }

/** The four facts that decide whether this is the image one looks for. */
export function FactStrip({ image }: Props) {
  const made = image.activeAt ?? image.createdAt
  return (
    <Card label="Key facts">
      <dl className={classes.strip}>
        <div className={classes.fact}>
          <dt>Operating system</dt>
          <dd className={classes.cut} title={image.osVersion ?? undefined}>
            {shortSystem(image) ?? <Nothing />}
          </dd>
        </div>
        <div className={classes.fact}>
          <dt>Minimum disk</dt>
          <dd>
            {image.minDiskGb === null ? (
              <Nothing />
            ) : (
              <>
                {image.minDiskGb} <span className={classes.small}>GB</span>
              </>
            )}
          </dd>
        </div>
        <div className={classes.fact}>
          <dt>Boot mode</dt>
          <dd>{image.bootMode?.toUpperCase() ?? <Nothing />}</dd>
        </div>
        <div className={classes.fact}>
          <dt>{madeBy(image)}</dt>
          <dd>
            {made === null ? (
              <Nothing />
            ) : (
              <>
                <Moment at={made} />{' '}
                {saysNoClock(made, image.readAt) ? (
                  <span className={classes.small}>
                    <Moment at={made} form="clock" focusable={false} />
                  </span>
                ) : null}
              </>
            )}
          </dd>
        </div>
      </dl>
    </Card>
  )
}

function madeBy({ job, sourceFile }: ImageView): string {
  if (job?.copyOf) return 'Copied'
  return job || sourceFile ? 'Imported' : 'Created'
}

function saysNoClock(at: number, now: number): boolean {
  return at <= now && now - at < RELATIVE_WITHOUT_CLOCK_MS
}
