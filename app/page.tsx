import { redirect } from 'next/navigation'
import { paths } from '@/lib/navigation'
import { requireActiveSession } from '@/lib/session/current'
import { pageImageApi } from '@/lib/session/image-api'

/** The console's bare address, and where a sign-in without a way back leads: to what the cloud can do. */
export default async function Page() {
  redirect(paths.home(await pageImageApi(await requireActiveSession())))
}
