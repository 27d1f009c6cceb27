import type { Metadata } from 'next'
import Link from 'next/link'
import { Notice } from '@/components/elements/Notice'
import { PageHead } from '@/components/elements/PageHead'
import { FilledInNotice } from '@/components/import/FilledInNotice'
import { type FormStart, startFromAddress, startFromNothing } from '@/components/import/form-start'
import { ImportForm } from '@/components/import/ImportForm'
import { NoImports } from '@/components/import/NoImports'
import { readPrefill } from '@/lib/images/read-prefill'
import { FOUND_FIELDS } from '@/lib/import/found-in-file'
import { fromRequest } from '@/lib/import/from-request'
import { importToRepeat } from '@/lib/import/repeat'
import { paths } from '@/lib/navigation'
import { type ActiveSession, requireActiveSession } from '@/lib/session/current'
import { pageImageApi } from '@/lib/session/image-api'
import type { ImportDefaults } from '@/lib/settings/import-defaults'
import { readImportDefaults } from '@/lib/settings/rows'
import { store } from '@/lib/store/store'
import { submitImport } from './actions'

export const metadata: Metadata = { title: 'Import image' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ImportPage({ searchParams }: Props) {
  const session = await requireActiveSession()
  if ((await pageImageApi(session)) !== 'ims')
    return <NoImports title="Import image" regionTitle={session.region.title} />
  const parameters = await searchParams
  const { again } = parameters
  const prefill = readPrefill(parameters)
  const isFilledIn = prefill.file !== undefined || prefill.name !== undefined
  const defaults = await readImportDefaults(store(), session)
  const repeated = typeof again === 'string' ? await startFromJob(session, again, defaults) : null
  const start = repeated ?? (isFilledIn ? startFromAddress(prefill, defaults) : startFromNothing(defaults))
  return (
    <>
      <PageHead
        title="Import image"
        sub="Turn a disk image file from a bucket into a private image. The file is read in place; nothing is downloaded."
        actions={<Link href={paths.batch()}>Import several files</Link>}
      />
      <ImportForm
        key={`${session.project.id} ${start.origin}`}
        project={session.project}
        start={start}
        submit={submitImport}
        notice={
          repeated ? null : typeof again === 'string' ? (
            <Notice title={`No job with this id in ${session.project.name}`}>
              <p>The form is not filled in from it. It may be deleted, or in another project.</p>
            </Notice>
          ) : (
            <FilledInNotice prefill={prefill} regionTitle={session.region.title} />
          )
        }
      />
    </>
  )
}

async function startFromJob(
  session: ActiveSession,
  jobId: string,
  defaults: ImportDefaults,
): Promise<FormStart | null> {
  const past = await importToRepeat(store(), session, jobId)
  if (!past) return null
  const { request, culprit, message } = past
  return {
    ...startFromNothing(defaults),
    origin: `again:${jobId}`,
    draft: fromRequest(request),
    set: FOUND_FIELDS,
    culprit: culprit && message ? { field: culprit, message } : null,
  }
}
