'use client'

import { Button } from '@mantine/core'
import { useEffect, useRef, useState, useTransition } from 'react'
import { chooseProject } from '@/app/sign-in/actions'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { Icon } from '@/components/elements/Icon'
import type { SignInProblem } from '@/lib/session/sign-in-form'
import classes from './ProjectStep.module.css'

type Project = { id: string; name: string }

type Props = {
  projects: Project[]
  onChosen: (projectName: string) => void
  onBack: () => void
}

export function ProjectStep({ projects, onChosen, onBack }: Props) {
  const [problem, setProblem] = useState<SignInProblem | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isPending, startChoosing] = useTransition()
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    // The document's focus: the fields it stood in are gone.
    heading.current?.focus()
  }, [])

  function choose({ id, name }: Project) {
    if (isPending) return
    setChosen(id)
    setProblem(null)
    startChoosing(async () => {
      const result = await chooseProject({ projectId: id })
      if (result.ok) onChosen(name)
      else setProblem(result.error)
    })
  }

  return (
    <section className={classes.step} aria-labelledby="choose-project">
      <div>
        <h2 id="choose-project" ref={heading} tabIndex={-1} className={classes.title}>
          Choose a project
        </h2>
        <p className={classes.lead}>You can change it later without signing in again.</p>
      </div>
      {problem ? <ErrorBox error={problem.error} alert /> : null}
      <ul className={classes.list}>
        {projects.map((project) => (
          <li key={project.id}>
            <button
              type="button"
              className={classes.project}
              aria-disabled={isPending}
              onClick={() => choose(project)}
            >
              <span className={classes.name}>{project.name}</span>
              {isPending && chosen === project.id ? 'Signing in…' : <Icon name="chevron-right" />}
            </button>
          </li>
        ))}
      </ul>
      <Button variant="transparent" onClick={onBack} className={classes.back}>
        Sign in as someone else
      </Button>
    </section>
  )
}
