'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { Suspense, useState } from 'react'
import { NotLoaded } from '@/components/elements/NotLoaded'
import type { SignInForm } from '@/lib/session/sign-in-form'
import { DemoCard } from './DemoCard'
import { ProjectStep } from './ProjectStep'
import { remember, rememberPlace } from './remembered'
import classes from './SignIn.module.css'
import { SignInFields } from './SignInFields'

/** Few have one to paste. */
const TokenFields = dynamic(() =>
  import('./TokenFields').then(({ TokenFields }) => TokenFields).catch(() => NotLoaded),
)

export type DemoAccount = Pick<SignInForm, 'domain' | 'userName' | 'password' | 'project'>

type Stage =
  | { at: 'credentials' }
  | { at: 'token' }
  /** `keep` remembers what was signed in with, once the project is known. */
  | { at: 'project'; keep: (project: string) => void; projects: { id: string; name: string }[] }

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
  function enterPlace(place: Pick<SignInForm, 'region' | 'project'>) {
    rememberPlace(place)
    router.replace(next)
  }

  if (stage.at === 'project') {
    return (
      <ProjectStep
        projects={stage.projects}
        onChosen={stage.keep}
        onBack={() => setStage({ at: 'credentials' })}
      />
    )
  }
  return (
    <>
      {note ? <p className={classes.note}>{note}</p> : null}
      {stage.at === 'token' ? (
        <Suspense>
          <TokenFields
            regions={regions}
            region={region}
            onSignedIn={enterPlace}
            onProjects={({ region }, projects) =>
              setStage({ at: 'project', keep: (project) => enterPlace({ region, project }), projects })
            }
          />
        </Suspense>
      ) : (
        <SignInFields
          regions={regions}
          region={region}
          onSignedIn={enter}
          onProjects={(form, projects) =>
            setStage({ at: 'project', keep: (project) => enter({ ...form, project }), projects })
          }
        />
      )}
      <Button
        variant="transparent"
        fullWidth
        className={classes.other ?? ''}
        onClick={() => setStage({ at: stage.at === 'token' ? 'credentials' : 'token' })}
      >
        {stage.at === 'token' ? 'Use a password instead' : 'Use a token instead'}
      </Button>
      {demo ? <DemoCard account={demo} region={region ?? regions[0]?.id ?? ''} onSignedIn={enter} /> : null}
    </>
  )
}
