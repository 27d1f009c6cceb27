import Link from 'next/link'
import { Card } from '@/components/elements/Card'
import { Empty } from '@/components/elements/Empty'
import { PageHead } from '@/components/elements/PageHead'
import { paths } from '@/lib/navigation'
import { requireSession } from '@/lib/session/current'

export default async function NotFound() {
  const { project } = await requireSession()
  return (
    <>
      <title>Image not found · Slipway</title>
      <PageHead title="Image not found" />
      <Card>
        <Empty
          title={`No image with this id in ${project.name}.`}
          text="It may be deleted, or in another project."
          action={<Link href={paths.images()}>Open images</Link>}
        />
      </Card>
    </>
  )
}
