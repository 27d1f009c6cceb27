import { ActivityHead } from '@/components/activity/ActivityHead'
import { Card } from '@/components/elements/Card'
import { Skeleton } from '@/components/elements/Skeleton'
import { SkeletonRows } from '@/components/elements/SkeletonRows'

/** Of labels, fields and the space below them. */
const FILTERS_HEIGHT = 74

export default function Loading() {
  return (
    <>
      <ActivityHead query={null} />
      <Skeleton height={FILTERS_HEIGHT} />
      <div data-wide>
        <Card>
          <SkeletonRows label="Reading what was changed" />
        </Card>
      </div>
    </>
  )
}
