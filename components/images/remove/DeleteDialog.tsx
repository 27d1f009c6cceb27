'use client'

import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { deleteImage } from '@/app/(console)/images/actions'
import { Dialog } from '@/components/elements/Dialog'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { Notice } from '@/components/elements/Notice'
import { useIsShown } from '@/components/elements/useIsShown'
import { useUnderWay } from '@/components/elements/useUnderWay'
import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import { say } from '@/components/told/said'
import type { ActingProblem } from '@/lib/images/acting'
import { mayHaveMembers } from '@/lib/images/share-rules'
import type { ImageService, ImageView } from '@/lib/images/view'
import { paths } from '@/lib/navigation'
import { actingError, lostAnswer } from '../acting/acting-error'
import { useSayUnseen } from '../acting/useSayUnseen'
import type { ActState } from '../acts/image-acts'
import { removeFromList } from '../list/image-readers'
import { imageQuery } from '../queries'
import { membersQuery } from '../sharing/members-query'
import classes from './DeleteDialog.module.css'
import { DependentList } from './DependentList'
import { deletedWords } from './deleted-words'
import { dependents, dependentWords, isUsed } from './dependents'
import { TypeToConfirm } from './TypeToConfirm'
import { useSayWhenRead } from './useSayWhenRead'
import { useTypedConfirmation } from './useTypedConfirmation'

type Props = {
  image: ImageView
  state: ActState
  service: ImageService
  isOpen: boolean
  /** Where the protection can be turned off. */
  onEdit: () => void
  onClose: () => void
}

/** Deletion is final, so it names what goes and what stays; an image that others use is named by typing. */
export function DeleteDialog({ image, state, service, isOpen, onEdit, onClose }: Props) {
  const { project } = useSession()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [problem, setProblem] = useState<ActingProblem | null>(null)
  const { isUnderWay: isDeleting, start } = useUnderWay()
  const sayUnseen = useSayUnseen(isOpen)
  const isShown = useIsShown(isOpen)
  const name = image.name ?? image.id
  const sharing = useQuery({
    ...membersQuery(image.id),
    enabled: isOpen && state.why === null && mayHaveMembers(image),
  })
  const users = dependents(image, sharing.data?.members ?? null, service.api)
  const mustType = isUsed(users)
  /** Whether its name has to be typed is not known yet. */
  const isReading = sharing.isLoading && !mustType
  const wanted = mustType ? name : null
  const confirmation = useTypedConfirmation(wanted)
  useSayWhenRead(sharing.isLoading, dependentWords(users), wanted)
  const error = problem ? actingError(problem) : null

  const remove = () => {
    if (isReading || !confirmation.isConfirmed()) return
    setProblem(null)
    start(async () => {
      const acted = await deleteImage({ projectId: project.id, imageId: image.id }).catch(lostAnswer)
      if (!acted.ok && acted.error.reason !== 'gone') {
        if (acted.error.reason === 'session-ended') reportSessionEnded()
        setProblem(acted.error)
        sayUnseen(`Deletion of ${name}`, acted.error)
      } else {
        say(deletedWords(acted, name))
        removeFromList(queryClient, image.id)
        // Whoever closed the dialog meanwhile may be elsewhere, and is left there.
        if (isShown()) {
          onClose()
          router.push(paths.images())
        } else void queryClient.invalidateQueries({ queryKey: imageQuery(image.id).queryKey })
        for (const queryKey of [['images'], ['activity'], ['quota']])
          void queryClient.invalidateQueries({ queryKey })
      }
    })
  }

  return (
    <Dialog isOpen={isOpen} title="Delete image" onClose={onClose}>
      {state.why !== null ? (
        <>
          <Notice shape="warn" title={state.why}>
            {state.wayRound ? <p>{state.wayRound}</p> : null}
          </Notice>
          <div className={classes.actions}>
            {image.isProtected && service.api === 'glance' ? (
              <Button onClick={onEdit}>Turn it off</Button>
            ) : null}
            <Button data-autofocus onClick={onClose}>
              Close
            </Button>
          </div>
        </>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            remove()
          }}
        >
          {error ? (
            <div className={classes.error}>
              <ErrorBox error={error} alert />
            </div>
          ) : null}
          <p>
            Permanently delete <strong className={classes.name}>{name}</strong>? Servers made from it keep
            running. {service.api === 'ims' ? 'The file in the bucket stays. ' : ''}This cannot be undone.
          </p>
          {isReading ? (
            <p className={classes.more}>Reading with whom it is shared…</p>
          ) : (
            <DependentList of={users} />
          )}
          {confirmation.field ? <TypeToConfirm {...confirmation.field} /> : null}
          <div className={classes.actions}>
            <Button onClick={onClose} {...(mustType ? {} : { 'data-autofocus': true })}>
              Cancel
            </Button>
            <Button type="submit" color="bad" variant="filled" aria-disabled={isDeleting || isReading}>
              {isDeleting ? 'Deleting…' : 'Delete image'}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
