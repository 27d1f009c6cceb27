'use client'

import { Card } from '@/components/elements/Card'
import { CardHeader } from '@/components/elements/CardHeader'
import { PageHead } from '@/components/elements/PageHead'
import { Skeleton } from '@/components/elements/Skeleton'
import { SkeletonRows } from '@/components/elements/SkeletonRows'
import { SlowNotice } from '@/components/elements/SlowNotice'
import { Columns } from '@/components/jobs/Columns'
import classes from './ImageSkeleton.module.css'
import { useServiceName } from './useServiceName'

const DETAIL_ROWS = 10
const DETAIL_ROW_PX = 35

/** The page's own shape while the service is asked. */
export function ImageSkeleton() {
  return (
    <div aria-busy="true">
      <PageHead title="Image" sub={<Skeleton width={280} height={20} />} />
      <SlowNotice service={useServiceName()} />
      <div className={classes.page}>
        <Card>
          <div className={classes.strip}>
            <Skeleton height={18} />
            <Skeleton height={18} />
            <Skeleton height={18} />
            <Skeleton height={18} />
          </div>
        </Card>
        <div className={classes.tabs} />
        <Columns
          main={
            <Card>
              <CardHeader title="Details" />
              <SkeletonRows rows={DETAIL_ROWS} rowHeight={DETAIL_ROW_PX} label="Reading the image" />
            </Card>
          }
          side={
            <Card>
              <CardHeader title="Where it came from" />
              <SkeletonRows rows={2} />
            </Card>
          }
        />
      </div>
    </div>
  )
}
