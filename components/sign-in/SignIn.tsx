'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { SignInForm } from '@/lib/session/sign-in-form'
import { DemoCard } from './DemoCard'
import { ProjectStep } from './ProjectStep'
import { remember } from './remembered'
import { SignInFields } from './SignInFields'

export type DemoAccount = Pick<SignInForm, 'domain' | 'userName' | 'password' | 'project'>

type Stage =
  | { at: 'credentials' }
  | { at: 'project'; form: SignInForm; projects: { id: string; name: string }[] }

type Props = {
  regions: { id: string; title: string }[]
  /** Only in a demo. */
  demo: DemoAccount | null
  /** Where to go afterwards: a path of this console. */
  next: string
}

export function SignIn({ regions, demo, next }: Props) {
  const router = useRouter()
  const [stage, setStage] = useState<Stage>({ at: 'credentials' })

  function enter(form: SignInForm) {
    remember(form)
    router.replace(next)
  }

  if (stage.at === 'project') {
    return (
      <ProjectStep
        projects={stage.projects}
        onChosen={(project) => enter({ ...stage.form, project })}
        onBack={() => setStage({ at: 'credentials' })}
      />
    )
  }
  return (
    <>
      <SignInFields
        regions={regions}
        onSignedIn={enter}
        onProjects={(form, projects) => setStage({ at: 'project', form, projects })}
      />
      {demo ? <DemoCard account={demo} region={regions[0]?.id ?? ''} onSignedIn={enter} /> : null}
    </>
  )
}
