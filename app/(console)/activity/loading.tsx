import { ActivityHead } from '@/components/activity/ActivityHead'
import { Card } from '@/components/elements/Card'
import { SkeletonRows } from '@/components/elements/SkeletonRows'

export default function Loading() {
  return (
    <>
      <ActivityHead query={null} />
      <div data-wide>
        <Card>
          <SkeletonRows label="Reading what was changed" />
        </Card>
      </div>
    </>
  )
}
