import Link from 'next/link'
import { Card } from '@/components/elements/Card'
import { Empty } from '@/components/elements/Empty'
import { PageHead } from '@/components/elements/PageHead'
import { paths } from '@/lib/navigation'

export default function NotFound() {
  return (
    <>
      <title>Job not found · Slipway</title>
      <PageHead title="Job not found" />
      <Card>
        <Empty
          title="No job with this id in this project."
          text="It may be older than 90 days, or in another project."
          action={<Link href={paths.jobs()}>Open jobs</Link>}
        />
      </Card>
    </>
  )
}
