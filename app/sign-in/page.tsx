import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignIn } from '@/components/sign-in/SignIn'
import { SignInFrame } from '@/components/sign-in/SignInFrame'
import { demoSignIn } from '@/lib/config/environment'
import { findRegion, regionChoices } from '@/lib/config/regions'
import { paths, safeReturnPath } from '@/lib/navigation'
import { currentSession } from '@/lib/session/current'
import { version } from '@/package.json'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ next?: string | string[]; region?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { next, region: asked } = await searchParams
  const returnPath = typeof next === 'string' ? safeReturnPath(next) : paths.root()
  const current = await currentSession()
  const region = typeof asked === 'string' ? findRegion(asked) : null
  const isElsewhere = current.state === 'active' && region !== null && region.id !== current.session.regionId
  if (current.state === 'active' && !isElsewhere) redirect(returnPath)
  return (
    <SignInFrame version={version}>
      <SignIn
        regions={regionChoices()}
        region={region?.id ?? null}
        note={
          isElsewhere
            ? `Sign in to ${region.title} to go on there. What you do in ${current.session.region.title} ends with it; jobs there go on in the cloud.`
            : null
        }
        demo={demoSignIn()}
        next={returnPath}
      />
    </SignInFrame>
  )
}
