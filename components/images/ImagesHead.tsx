'use client'

import { PageHead } from '@/components/elements/PageHead'
import { ImportImageButton } from '@/components/jobs/ImportImageButton'
import { useSession } from '@/components/shell/SessionContext'

/** The same over the list, its skeleton and its error, so that nothing moves between them. */
export function ImagesHead() {
  const { project } = useSession()
  return (
    <PageHead
      title="Images"
      sub={`Private and shared images in ${project.name}.`}
      actions={<ImportImageButton />}
    />
  )
}
