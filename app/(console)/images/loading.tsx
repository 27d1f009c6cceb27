import { Card } from '@/components/elements/Card'
import { SkeletonRows } from '@/components/elements/SkeletonRows'
import { SlowNotice } from '@/components/elements/SlowNotice'
import { ImagesHead } from '@/components/images/ImagesHead'

export default function Loading() {
  return (
    <>
      <ImagesHead />
      <SlowNotice />
      <div data-wide>
        <Card>
          <SkeletonRows label="Reading images" />
        </Card>
      </div>
    </>
  )
}
