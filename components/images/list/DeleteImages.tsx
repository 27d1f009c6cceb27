'use client'

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useMemo, useRef, useState } from 'react'
import { deleteImage } from '@/app/(console)/images/actions'
import { StatusMark } from '@/components/elements/StatusMark'
import controls from '@/components/form/control.module.css'
import fields from '@/components/form/Field.module.css'
import { useSession } from '@/components/shell/SessionContext'
import type { ImageApi } from '@/lib/config/image-apis'
import { quotaQuery } from '../queries'
import type { ActProps } from './ActDialog'
import classes from './ActDialog.module.css'
import { BulkRun } from './BulkRun'
import { LeftOut } from './LeftOut'
import { splitPossible } from './split-possible'
import { useBulk } from './useBulk'
import { useExported } from './useExported'

/** More than one, and one that others use, is confirmed in writing. */
export function DeleteImages({ rows, reader, onClose }: ActProps) {
  const { project, imageApi } = useSession()
  const client = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
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
  if (bulk.results) return <BulkRun bulk={bulk} doing="Deleting" done="Deleted" onClose={onClose} />

  const hasBuckets = imageApi === 'ims'
  const shared = can.filter(({ image }) => image.visibility === 'shared').length
  const [first] = can
  const isOne = can.length === 1
  const words = isOne ? 'Delete image' : `Delete ${can.length} images`
  const wanted = !isOne ? `delete ${can.length} images` : shared > 0 ? (first?.image.name ?? null) : null
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== null && typed.trim() !== wanted) {
          setWrong(true)
          field.current?.focus()
        } else bulk.start(can)
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
                <li key={image.id}>{image.name ?? image.id}</li>
              ))}
            </ul>
          )}
          {shared > 0 ? <p className={classes.text}>{sharedWords(can.length, shared, imageApi)}</p> : null}
          {wanted === null ? null : (
            <>
              <label className={fields.label} htmlFor={id}>
                Type {wanted} to confirm
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
                aria-describedby={isWrong ? `${id}-wrong` : undefined}
                onChange={(event) => {
                  setTyped(event.currentTarget.value)
                  setWrong(false)
                }}
              />
              {isWrong ? (
                <p id={`${id}-wrong`} className={fields.message} role="alert">
                  <StatusMark shape="bad" className={fields.shape} />
                  <span>Type exactly: {wanted}</span>
                </p>
              ) : null}
            </>
          )}
        </>
      ) : null}
      <div className={classes.actions}>
        <Button onClick={onClose} {...(wanted === null ? { 'data-autofocus': true } : {})}>
          {first ? 'Cancel' : 'Close'}
        </Button>
        {first ? (
          <Button type="submit" variant="filled" color="bad">
            {words}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

/** In Glance an image of this visibility is one that may be shared, and most are: it says nothing of whether it is. */
function sharedWords(count: number, shared: number, imageApi: ImageApi): string {
  const is = imageApi === 'glance' ? 'may be' : shared === 1 ? 'is' : 'are'
  return count === 1
    ? `It ${is} shared with other projects, which lose it too.`
    : `${shared} of them ${is} shared with other projects, which lose them too.`
}
