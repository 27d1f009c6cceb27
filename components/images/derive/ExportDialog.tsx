'use client'

import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { exportImage } from '@/app/(console)/images/derive-actions'
import { Dialog } from '@/components/elements/Dialog'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { Notice } from '@/components/elements/Notice'
import controls from '@/components/form/control.module.css'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import { useSession } from '@/components/shell/SessionContext'
import { extensionOf, readExport } from '@/lib/images/derivation'
import { possible } from '@/lib/images/possible'
import type { ImageView } from '@/lib/images/view'
import { BucketField } from './BucketField'
import classes from './DeriveDialog.module.css'
import { FORMAT_WORDS, formatsFor, suggestedKey } from './export-formats'
import { regionsQuery } from './queries'
import { useDerive } from './useDerive'

type Props = {
  image: ImageView
  isOpen: boolean
  /** Made for another region: it asks which, and the job's page leads on. */
  isReplication?: boolean
  onClose: () => void
}

/** Asks where to and as what; the job's page shows the rest. */
export function ExportDialog({ image, isOpen, isReplication = false, onClose }: Props) {
  const { project, region } = useSession()
  /** The image's own file lies in a bucket of this region: a likely place. */
  const [bucket, setBucket] = useState(image.sourceFile?.split(':', 1)[0] ?? '')
  const formats = formatsFor(image)
  const [format, setFormat] = useState(formats[0] ?? 'qcow2')
  /** Null as long as nobody has typed one. */
  const [typedKey, setTypedKey] = useState<string | null>(null)
  const key = typedKey ?? suggestedKey(image.name ?? image.id, extensionOf(format))
  const { data: regions, isError, refetch } = useQuery({ ...regionsQuery(), enabled: isReplication })
  const [regionId, setRegionId] = useState<string | null>(null)
  const others = regions?.others ?? []
  const there = others.find(({ id }) => id === regionId) ?? others[0]
  const [onwardBucket, setOnwardBucket] = useState('')
  const { send, refuse, messages, error, isSending } = useDerive({
    act: `${isReplication ? 'Replication' : 'Export'} of ${image.name ?? image.id}`,
    isOpen,
  })
  const isNowhere = isReplication && !there
  const id = useId()
  const allowed = possible('export', image, { hasIms: true })

  const submit = () => {
    if (isNowhere) return
    const draft = {
      target: `${bucket.trim()}:${key.trim()}`,
      format,
      onward: isReplication && there ? { regionId: there.id, bucket: onwardBucket } : null,
    }
    if (bucket.trim() === '') refuse({ bucket: 'Choose a bucket.' })
    else if (draft.onward && onwardBucket.trim() === '') refuse({ onwardBucket: 'Enter a bucket.' })
    else {
      const read = readExport(draft)
      if (read.ok)
        send((submissionId) => exportImage({ submissionId, projectId: project.id, imageId: image.id, draft }))
      else refuse(read.error)
    }
  }

  return (
    <Dialog
      isOpen={isOpen}
      title={isReplication ? 'Replicate to another region' : 'Export image'}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {isReplication ? (
          <>
            <p className={classes.text}>
              The cloud copies no image to another region. Slipway leads through it in three steps, and this
              image’s facts come along:
            </p>
            <ol className={classes.steps}>
              <li>IMS exports the image into a bucket here, as a job that Slipway watches.</li>
              <li>One command of yours moves the file to a bucket over there.</li>
              <li>You sign in over there, and the import form is filled in.</li>
            </ol>
          </>
        ) : (
          <p className={classes.text}>
            IMS writes <b>{image.name ?? image.id}</b> into a bucket of {region.title}. It never overwrites a
            file, and the image stays as it is.
          </p>
        )}
        {error ? (
          <div className={classes.box}>
            <ErrorBox error={error} alert />
          </div>
        ) : null}
        {isReplication && !regions && isError ? (
          <div className={classes.box}>
            <Notice
              shape="warn"
              title="The other regions could not be read"
              actions={<Button onClick={() => refetch()}>Read again</Button>}
              alert
            />
          </div>
        ) : null}
        {isReplication && regions && !there ? (
          <div className={classes.box}>
            <Notice shape="warn" title="This console knows no other region">
              <p>An administrator adds regions to its catalogue, a clouds.yaml.</p>
            </Notice>
          </div>
        ) : null}
        {allowed.can && allowed.caution ? (
          <div className={classes.box}>
            <Notice shape="warn" title="IMS may refuse this">
              <p>{allowed.caution}</p>
            </Notice>
          </div>
        ) : null}
        <div className={classes.fields}>
          <BucketField
            label={isReplication ? `Bucket in ${region.title}` : 'Bucket'}
            region={region.name}
            value={bucket}
            message={messages.bucket}
            hasFocus
            onChange={setBucket}
          />
          <Field id={`${id}-key`} label="File name" message={messages.target}>
            <input
              id={`${id}-key`}
              className={`${controls.control} ${controls.mono}`}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={key}
              aria-invalid={messages.target !== undefined}
              aria-describedby={describedBy(`${id}-key`, { message: messages.target })}
              onChange={(event) => setTypedKey(event.currentTarget.value)}
            />
          </Field>
          <NativeSelect
            label="Format"
            value={format}
            data={formats.map((value) => ({ value, label: FORMAT_WORDS[value] }))}
            onChange={(event) => {
              const chosen = formats.find((value) => value === event.currentTarget.value)
              if (chosen) setFormat(chosen)
            }}
          />
          {isReplication && (there || !regions) ? (
            <>
              <NativeSelect
                label="Region to replicate to"
                value={there?.id ?? ''}
                data={
                  there
                    ? others.map(({ id: value, title: label }) => ({ value, label }))
                    : [{ value: '', label: isError ? 'Not known' : 'Reading the regions…' }]
                }
                onChange={(event) => setRegionId(event.currentTarget.value)}
              />
              <BucketField
                label={`Bucket in ${there?.title ?? 'that region'}`}
                region={there?.name ?? ''}
                value={onwardBucket}
                message={messages.onwardBucket}
                onChange={setOnwardBucket}
              />
            </>
          ) : null}
        </div>
        <div className={classes.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" aria-disabled={isSending || isNowhere}>
            {isSending ? 'Asking IMS…' : 'Export image'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
