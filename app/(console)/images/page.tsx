import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ImagesHead } from '@/components/images/ImagesHead'
import { ImagesPage } from '@/components/images/ImagesPage'
import { Quota } from '@/components/images/Quota'
import { readFilters, scopesOf } from '@/lib/images/filters'
import { readImagePage } from '@/lib/images/list'
import { FIRST_PAGE } from '@/lib/images/list-query'
import { readQuota } from '@/lib/images/read'
import { type ActiveSession, requireActiveSession } from '@/lib/session/current'
import { store } from '@/lib/store/store'

export const metadata: Metadata = { title: 'Images' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Waits for one page of IMS's list, and for nothing else. */
export default async function Page({ searchParams }: Props) {
  const session = await requireActiveSession()
  const quota = (
    <Suspense>
      <QuotaOf session={session} />
    </Suspense>
  )
  const [scope = FIRST_PAGE.scope] = scopesOf(readFilters(asParameters(await searchParams)))
  const page = await readImagePage(store(), session, { ...FIRST_PAGE, scope })
  return (
    <>
      <ImagesHead />
      <ImagesPage served={{ scope, page, at: Date.now() }} quota={quota} />
    </>
  )
}

async function QuotaOf({ session }: { session: ActiveSession }) {
  return <Quota initial={await readQuota(store(), session)} />
}

function asParameters(given: Record<string, string | string[] | undefined>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each])),
  )
}
