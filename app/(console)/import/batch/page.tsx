import type { Metadata } from 'next'
import { Notice } from '@/components/elements/Notice'
import { PageHead } from '@/components/elements/PageHead'
import { BatchPage } from '@/components/import/batch/BatchPage'
import { BatchSummary } from '@/components/import/batch/BatchSummary'
import { NoImports } from '@/components/import/NoImports'
import { LinkButton } from '@/components/jobs/LinkButton'
import { readBatch } from '@/lib/import/batch/read'
import { paths } from '@/lib/navigation'
import { requireActiveSession } from '@/lib/session/current'
import { pageImageApi } from '@/lib/session/image-api'
import { store } from '@/lib/store/store'
import { submitBatch } from './actions'

export const metadata: Metadata = { title: 'Import several files' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const session = await requireActiveSession()
  if ((await pageImageApi(session)) !== 'ims')
    return <NoImports title="Import several files" regionTitle={session.region.title} />
  const { batch: asked } = await searchParams
  const batchId = typeof asked === 'string' && asked !== '' ? asked : null
  const batch = batchId === null ? null : await readBatch(store(), session, batchId)
  if (batchId !== null && batch)
    return (
      <>
        <PageHead
          title="Imported together"
          sub={`What became of the files that were sent to ${session.project.name} in one batch.`}
          actions={<LinkButton href={paths.batch()}>Import several files</LinkButton>}
        />
        <BatchSummary
          key={`${session.project.id} ${batchId}`}
          batchId={batchId}
          initial={batch}
          now={Date.now()}
          projectId={session.project.id}
        />
      </>
    )
  return (
    <>
      <PageHead
        title="Import several files"
        sub="A row for each file. Rows with problems stay here and do not stop the others."
      />
      <BatchPage
        key={session.project.id}
        project={session.project}
        submit={submitBatch}
        notice={
          batchId === null ? null : (
            <Notice title={`No batch with this id in ${session.project.name}`}>
              <p>It may be in another project, or older than 90 days.</p>
            </Notice>
          )
        }
      />
    </>
  )
}
