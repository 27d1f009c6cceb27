import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignIn } from '@/components/sign-in/SignIn'
import { SignInFrame } from '@/components/sign-in/SignInFrame'
import { demoSignIn } from '@/lib/config/environment'
import { regionChoices } from '@/lib/config/regions'
import { paths, safeReturnPath } from '@/lib/navigation'
import { currentSession } from '@/lib/session/current'
import { version } from '@/package.json'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams
  const returnPath = typeof next === 'string' ? safeReturnPath(next) : paths.root()
  const { state } = await currentSession()
  if (state === 'active') redirect(returnPath)
  return (
    <SignInFrame version={version}>
      <SignIn regions={regionChoices()} demo={demoSignIn()} next={returnPath} />
    </SignInFrame>
  )
}
