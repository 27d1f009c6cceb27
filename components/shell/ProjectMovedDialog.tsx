'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Dialog } from '@/components/elements/Dialog'
import classes from './ProjectMovedDialog.module.css'
import { sessionQuery } from './queries'
import { useSession } from './SessionContext'
import { useSessionState } from './session-state'

/** The project belongs to the session: when another tab changed it, this page speaks of one no longer in use. */
export function ProjectMovedDialog() {
  const session = useSession()
  const { chosenProjectId } = useSessionState()
  const { data } = useQuery({ ...sessionQuery(), initialData: session })
  const known = [session.project.id, chosenProjectId]
  return (
    <Dialog isOpen={!known.includes(data.project.id)} title={`You are now in ${data.project.name}`}>
      <p className={classes.text}>
        Another tab changed the project. This page still shows{' '}
        <span className={classes.name}>{session.project.name}</span>.
      </p>
      <div className={classes.actions}>
        <Button variant="filled" data-autofocus onClick={() => window.location.reload()}>
          Reload
        </Button>
      </div>
    </Dialog>
  )
}
