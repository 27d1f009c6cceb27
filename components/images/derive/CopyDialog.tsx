'use client'

import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { copyImage } from '@/app/(console)/images/derive-actions'
import { Dialog } from '@/components/elements/Dialog'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { Choices } from '@/components/form/Choices'
import controls from '@/components/form/control.module.css'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import { QuotaNote } from '@/components/images/QuotaNote'
import { useSession } from '@/components/shell/SessionContext'
import { IMAGE_NAME_MAX } from '@/lib/cloud/rules'
import { readCopy } from '@/lib/images/derivation'
import type { ImageView } from '@/lib/images/view'
import classes from './DeriveDialog.module.css'
import { useDerive } from './useDerive'

const ENCRYPTION = [
  { value: 'none', label: 'Not encrypted' },
  { value: 'key', label: 'With a KMS key' },
] as const

const SUFFIX = '-copy'

type Props = { image: ImageView; isOpen: boolean; onClose: () => void }

/** Another image of the project, encrypted or not: how a key is changed, and how a shared image is kept. */
export function CopyDialog({ image, isOpen, onClose }: Props) {
  const { project } = useSession()
  const [name, setName] = useState(
    () => `${image.name ?? 'image'}`.slice(0, IMAGE_NAME_MAX - SUFFIX.length) + SUFFIX,
  )
  const [description, setDescription] = useState(image.description ?? '')
  const [encryption, setEncryption] = useState<'none' | 'key'>('none')
  const [kmsKeyId, setKmsKeyId] = useState('')
  const { send, refuse, messages, error, isSending } = useDerive({
    act: `Copy of ${image.name ?? image.id}`,
    isOpen,
  })
  const id = useId()

  const submit = () => {
    const draft = { name, description, kmsKeyId: encryption === 'key' ? kmsKeyId : '' }
    if (encryption === 'key' && kmsKeyId.trim() === '') {
      refuse({ kmsKeyId: 'Enter the key’s id.' })
      return
    }
    const read = readCopy(draft, { imageId: image.id, imageName: image.name ?? image.id })
    if (read.ok)
      send((submissionId) => copyImage({ submissionId, projectId: project.id, imageId: image.id, draft }))
    else refuse(read.error)
  }
  const text = (field: string, label: string, value: string, change: (value: string) => void, more = {}) => (
    <Field id={`${id}-${field}`} label={label} message={messages[field]}>
      <input
        id={`${id}-${field}`}
        className={controls.control}
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={messages[field] !== undefined}
        aria-describedby={describedBy(`${id}-${field}`, { message: messages[field] })}
        onChange={(event) => change(event.currentTarget.value)}
        {...more}
      />
    </Field>
  )

  return (
    <Dialog isOpen={isOpen} title="Copy image" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p className={classes.text}>
          IMS makes another image of <b>{image.name ?? image.id}</b> in {project.name}, in the same region.
          {image.isEncrypted ? ' This one is encrypted; choose how the copy is to be.' : ''}
        </p>
        {error ? (
          <div className={classes.box}>
            <ErrorBox error={error} alert />
          </div>
        ) : null}
        <div className={classes.fields}>
          {text('name', 'New image name', name, setName, { 'data-autofocus': true })}
          {text('description', 'Description', description, setDescription)}
          <Field id={`${id}-encryption`} label="Encryption" group message={undefined}>
            <Choices
              id={`${id}-encryption`}
              name="encryption"
              value={encryption}
              options={ENCRYPTION}
              onChange={setEncryption}
            />
          </Field>
          {encryption === 'key' ? text('kmsKeyId', 'KMS key id', kmsKeyId, setKmsKeyId) : null}
          <QuotaNote />
        </div>
        <div className={classes.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" aria-disabled={isSending}>
            {isSending ? 'Asking IMS…' : 'Copy image'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
