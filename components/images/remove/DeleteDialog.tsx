'use client'

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'
import { deleteImage } from '@/app/(console)/images/actions'
import { Dialog } from '@/components/elements/Dialog'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { Notice } from '@/components/elements/Notice'
import { useIsShown } from '@/components/elements/useIsShown'
import { useUnderWay } from '@/components/elements/useUnderWay'
import controls from '@/components/form/control.module.css'
import fields from '@/components/form/Field.module.css'
import { useSession } from '@/components/shell/SessionContext'
import { reportSessionEnded } from '@/components/shell/session-state'
import { say } from '@/components/told/said'
import type { ActingProblem } from '@/lib/images/acting'
import type { ImageService, ImageView, MemberList } from '@/lib/images/view'
import { paths } from '@/lib/navigation'
import { actingError, lostAnswer } from '../acting/acting-error'
import { useSayUnseen } from '../acting/useSayUnseen'
import type { ActState } from '../acts/image-acts'
import { removeFromList } from '../list/image-readers'
import { imageQuery } from '../queries'
import classes from './DeleteDialog.module.css'
import { DependentList } from './DependentList'
import { deletedWords } from './deleted-words'
import { dependents, isUsed } from './dependents'

type Props = {
  image: ImageView
  state: ActState
  service: ImageService
  members: MemberList['members'] | null
  isOpen: boolean
  /** Where the protection can be turned off. */
  onEdit: () => void
  onClose: () => void
}

/** Deletion is final, so it names what goes and what stays; an image that others use is named by typing. */
export function DeleteDialog({ image, state, service, members, isOpen, onEdit, onClose }: Props) {
  const { project } = useSession()
  const router = useRouter()
  const queryClient = useQueryClient()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [problem, setProblem] = useState<ActingProblem | null>(null)
  const { isUnderWay: isDeleting, start } = useUnderWay()
  const sayUnseen = useSayUnseen(isOpen)
  const isShown = useIsShown(isOpen)
  const name = image.name ?? image.id
  const users = dependents(image, members, service.api)
  const mustType = isUsed(users)
  const error = problem ? actingError(problem) : null

  const remove = () => {
    if (isDeleting) return
    if (mustType && typed.trim() !== name) {
      setWrong(true)
      field.current?.focus()
      return
    }
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
          <DependentList of={users} />
          {mustType ? (
            <div className={fields.field}>
              <label className={fields.label} htmlFor={id}>
                Type the name of the image
              </label>
              <input
                ref={field}
                id={id}
                data-autofocus
                className={controls.control}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                value={typed}
                aria-invalid={isWrong}
                aria-describedby={isWrong ? `${id}-message` : undefined}
                onChange={(event) => {
                  setTyped(event.currentTarget.value)
                  setWrong(false)
                }}
              />
              {isWrong ? (
                <p id={`${id}-message`} className={fields.message} role="alert">
                  Type {name} to confirm.
                </p>
              ) : null}
            </div>
          ) : null}
          <div className={classes.actions}>
            <Button onClick={onClose} {...(mustType ? {} : { 'data-autofocus': true })}>
              Cancel
            </Button>
            <Button type="submit" color="bad" variant="filled" aria-disabled={isDeleting}>
              {isDeleting ? 'Deleting…' : 'Delete image'}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
