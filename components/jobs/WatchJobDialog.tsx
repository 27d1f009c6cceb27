'use client'

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useId, useRef, useState } from 'react'
import * as z from 'zod/mini'
import { watchJob } from '@/app/(console)/jobs/actions'
import { Dialog } from '@/components/elements/Dialog'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { StatusMark } from '@/components/elements/StatusMark'
import { useGoing } from '@/components/elements/useGoing'
import { useIsShown } from '@/components/elements/useIsShown'
import { useUnderWay } from '@/components/elements/useUnderWay'
import controls from '@/components/form/control.module.css'
import fields from '@/components/form/Field.module.css'
import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import { say, sayFailed } from '@/components/told/said'
import { type AddingProblem, imsJobId } from '@/lib/jobs/adding'
import { paths } from '@/lib/navigation'
import { noAnswer } from './no-answer'
import { jobListQuery } from './queries'
import classes from './WatchJobDialog.module.css'

const lineOf = (problem: Exclude<AddingProblem, { reason: 'session-ended' }>) =>
  problem.reason === 'field' ? problem.message : `${problem.error.title}.`

type Props = { isOpen: boolean; onClose: () => void }

/** A job that another tool has started joins the list, and its page opens. */
export function WatchJobDialog({ isOpen, onClose }: Props) {
  const { project } = useSession()
  const { isGoing, goTo } = useGoing()
  const queryClient = useQueryClient()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<AddingProblem | null>(null)
  const { isUnderWay, start } = useUnderWay()
  const isAsking = isUnderWay || isGoing
  const isShown = useIsShown(isOpen)
  const message = problem?.reason === 'field' ? problem : null

  const refuse = (found: AddingProblem) => {
    if (found.reason === 'session-ended') reportSessionEnded()
    else setProblem(found)
    if (isShown()) field.current?.focus()
    else if (found.reason !== 'session-ended') sayFailed(`The job is not watched. ${lineOf(found)}`)
  }

  const add = () => {
    if (isAsking) return
    const parsed = z.safeParse(imsJobId, typed)
    if (!parsed.success) {
      refuse({ reason: 'field', message: parsed.error.issues[0]?.message ?? '', jobId: null })
      return
    }
    setProblem(null)
    start(async () => {
      const added = await watchJob({ projectId: project.id, imsJobId: parsed.data }).catch(lost)
      if (!added.ok) {
        refuse(added.error)
        return
      }
      void queryClient.invalidateQueries({ queryKey: jobListQuery().queryKey })
      const href = paths.job(added.value.jobId)
      // Whoever went elsewhere meanwhile is left there.
      if (isShown()) goTo(href)
      else say('The job is watched now', { link: { href, words: 'Open job' } })
    })
  }

  return (
    <Dialog isOpen={isOpen} title="Watch a job by id" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <p className={classes.text}>
          For an import that another tool has started in {project.name}. Slipway watches it like its own.
        </p>
        {problem?.reason === 'not-added' ? (
          <div className={classes.box}>
            <ErrorBox error={problem.error} alert />
          </div>
        ) : null}
        <label className={fields.label} htmlFor={id}>
          Job id
        </label>
        <p id={`${id}-help`} className={fields.help}>
          The 32 letters and digits IMS gave.
        </p>
        <input
          ref={field}
          id={id}
          data-autofocus
          className={`${controls.control} ${controls.mono}`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          aria-invalid={message !== null}
          aria-describedby={message ? `${id}-help ${id}-message` : `${id}-help`}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setProblem(null)
          }}
        />
        {message ? (
          <p id={`${id}-message`} className={fields.message} role="alert">
            <StatusMark shape="bad" className={fields.shape} />
            <span>
              {message.message} {message.jobId ? <Link href={paths.job(message.jobId)}>Open it</Link> : null}
            </span>
          </p>
        ) : null}
        <div className={classes.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" aria-disabled={isAsking}>
            {isAsking ? 'Asking IMS…' : 'Watch job'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const lost = (): { ok: false; error: AddingProblem } => ({
  ok: false,
  error: { reason: 'not-added', error: noAnswer().error.error },
})
