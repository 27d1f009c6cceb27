'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { SignInForm } from '@/lib/session/sign-in-form'
import { DemoCard } from './DemoCard'
import { ProjectStep } from './ProjectStep'
import { remember } from './remembered'
import classes from './SignIn.module.css'
import { SignInFields } from './SignInFields'

export type DemoAccount = Pick<SignInForm, 'domain' | 'userName' | 'password' | 'project'>

type Stage =
  | { at: 'credentials' }
  | { at: 'project'; form: SignInForm; projects: { id: string; name: string }[] }

type Props = {
  regions: { id: string; title: string }[]
  /** The region to begin with; null for the one of last time. */
  region: string | null
  /** What signing in is for, where that is not plain. */
  note: string | null
  /** Only in a demo. */
  demo: DemoAccount | null
  /** Where to go afterwards: a path of this console. */
  next: string
}

export function SignIn({ regions, region, note, demo, next }: Props) {
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
      {note ? <p className={classes.note}>{note}</p> : null}
      <SignInFields
        regions={regions}
        region={region}
        onSignedIn={enter}
        onProjects={(form, projects) => setStage({ at: 'project', form, projects })}
      />
      {demo ? <DemoCard account={demo} region={region ?? regions[0]?.id ?? ''} onSignedIn={enter} /> : null}
    </>
  )
}
