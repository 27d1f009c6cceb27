'use client'

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { deleteImage } from '@/app/(console)/images/actions'
import { useSession } from '@/components/shell/SessionContext'
import { quotaQuery } from '../queries'
import { DependentList } from '../remove/DependentList'
import { type Dependents, dependentWords, isUsed } from '../remove/dependents'
import { TypeToConfirm } from '../remove/TypeToConfirm'
import { useSayWhenRead } from '../remove/useSayWhenRead'
import { useTypedConfirmation } from '../remove/useTypedConfirmation'
import type { ActProps } from './ActDialog'
import classes from './ActDialog.module.css'
import { BulkRun } from './BulkRun'
import { LeftOut } from './LeftOut'
import { lossWords, sharedWith } from './shared-words'
import { splitPossible } from './split-possible'
import { useBulk } from './useBulk'
import { useExported } from './useExported'
import { useSharedWith } from './useSharedWith'

const NONE: ActProps['rows'] = []

/** More than one, and one that others use, is confirmed in writing. */
export function DeleteImages({ rows, reader, onClose }: ActProps) {
  const { project, imageApi } = useSession()
  const client = useQueryClient()
  const exported = useExported()
  const { can, blocked } = useMemo(
    () => splitPossible('delete', rows, imageApi, exported),
    [rows, imageApi, exported],
  )
  const bulk = useBulk({
    act: ({ image }) => deleteImage({ projectId: project.id, imageId: image.id }),
    onDone: ({ image }) => {
      reader.remove([image.id])
      void client.invalidateQueries({ queryKey: quotaQuery().queryKey })
    },
  })

  // Of what is being deleted nobody is asked any more.
  const shared = useSharedWith(bulk.results ? NONE : can, imageApi)
  const hasBuckets = imageApi === 'ims'
  const [first] = can
  const isOne = can.length === 1
  const words = isOne ? 'Delete image' : `Delete ${can.length} images`
  const usersOf = new Map(shared.map(({ image, users }) => [image.id, users]))
  const isReading = shared.some((each) => each.isReading)
  const isOneUsed = isOne && shared.some(({ users }) => isUsed(users))
  const wanted = isOne
    ? isOneUsed
      ? (first?.image.name ?? first?.image.id ?? null)
      : null
    : `delete ${can.length} images`
  const confirmation = useTypedConfirmation(wanted)
  const [only] = shared
  const loss = isOne ? only && dependentWords(only.users) : lossWords(shared.map(({ users }) => users))
  useSayWhenRead(isReading, loss ?? null, wanted)
  if (bulk.results) return <BulkRun bulk={bulk} doing="Deleting" done="Deleted" onClose={onClose} />
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // Whether its name has to be typed is not known yet.
        if (!isReading && confirmation.isConfirmed()) bulk.start(can)
      }}
    >
      <LeftOut blocked={blocked} verb="deleted" />
      {first ? (
        <>
          <p className={classes.text}>
            {isOne ? (
              <>
                Permanently delete <strong>{first.image.name ?? first.image.id}</strong>? Servers made from it
                keep running. {hasBuckets ? 'The file in the bucket stays. ' : ''}This cannot be undone.
              </>
            ) : (
              `Permanently delete ${can.length} images? Servers made from them keep running. ${hasBuckets ? 'Files in buckets stay. ' : ''}This cannot be undone.`
            )}
          </p>
          {isOne ? null : (
            <ul className={classes.names} aria-label="Images to delete">
              {can.map(({ image }) => (
                <NameOfMany key={image.id} name={image.name ?? image.id} users={usersOf.get(image.id)} />
              ))}
            </ul>
          )}
          {isReading ? (
            <p className={classes.text}>Reading with whom {isOne ? 'it is' : 'they are'} shared…</p>
          ) : isOne && only ? (
            <DependentList of={only.users} />
          ) : (
            loss && <p className={classes.text}>{loss}</p>
          )}
          {confirmation.field ? <TypeToConfirm {...confirmation.field} /> : null}
        </>
      ) : null}
      <div className={classes.actions}>
        <Button onClick={onClose} {...(confirmation.field ? {} : { 'data-autofocus': true })}>
          {first ? 'Cancel' : 'Close'}
        </Button>
        {first ? (
          <Button type="submit" variant="filled" color="bad" aria-disabled={isReading}>
            {words}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

function NameOfMany({ name, users = 'none' }: { name: string; users: Dependents | undefined }) {
  const words = sharedWith(users)
  return (
    <li>
      {name}
      {words ? <span className={classes.aside}> · {words}</span> : null}
    </li>
  )
}
