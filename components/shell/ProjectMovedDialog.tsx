'use client'

import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
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
    <Modal
      opened={!known.includes(data.project.id)}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={`You are now in ${data.project.name}`}
    >
      <p>Another tab changed the project. This page still shows {session.project.name}.</p>
      <Button variant="filled" mt="lg" onClick={() => window.location.reload()} data-autofocus>
        Reload
      </Button>
    </Modal>
  )
}
