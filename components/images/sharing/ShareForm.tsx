'use client'

import { Button } from '@mantine/core'
import { type Dispatch, type SetStateAction, useEffect, useId, useRef } from 'react'
import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { Notice } from '@/components/elements/Notice'
import controls from '@/components/form/control.module.css'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import { useSession } from '@/components/shell/SessionContext'
import { TAKES_ANY_ID } from './glance-members'
import { projectIds } from './project-ids'
import classes from './ShareForm.module.css'
import { ShareResults } from './ShareResults'
import type { ShareState } from './share-state'
import { useSharing } from './useSharing'

type Props = {
  imageId: string
  /** What may still be in the way. */
  caution: string | null
  /** Projects that have it already. */
  members: readonly string[]
  /** With how many it can be shared; null where that is not known. */
  max: number | null
  state: ShareState
  onChange: Dispatch<SetStateAction<ShareState>>
  /** The field is to have focus, once. */
  isAsked: boolean
  onFocused: () => void
}

const HELP =
  '32 letters and digits, ask the other side. Several at once: one a line, or with commas between them.'

/** Shares with one project or with many; each is answered by itself. */
export function ShareForm({ imageId, caution, members, max, state, onChange, isAsked, onFocused }: Props) {
  const id = useId()
  const { imageApi } = useSession()
  const help = imageApi === 'glance' ? `${HELP} ${TAKES_ANY_ID}` : HELP
  const field = useRef<HTMLTextAreaElement>(null)
  const sharing = useSharing({ imageId, members, max, state, onChange })
  const { typed, message, rows } = state
  const count = projectIds(typed).length

  useEffect(() => {
    // The browser's focus.
    if (!isAsked) return
    field.current?.focus()
    onFocused()
  }, [isAsked, onFocused])

  return (
    <Card labelledBy="share">
      <CardHeader id="share" title="Share with another project" />
      <CardBody>
        {caution ? <Notice shape="warn" title={caution} /> : null}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!sharing.submit()) field.current?.focus()
          }}
        >
          <div className={classes.field}>
            <Field id={id} label="Project id" help={help} message={message ?? undefined}>
              <textarea
                ref={field}
                id={id}
                rows={1}
                className={`${controls.control} ${controls.mono} ${classes.ids}`}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                readOnly={sharing.isBusy}
                value={typed}
                aria-invalid={message !== null}
                aria-describedby={describedBy(id, { help, message })}
                onChange={(event) => sharing.type(event.currentTarget.value)}
                onKeyDown={(event) => {
                  // One id is sent by Enter as in any field of one line; several stand on lines of their own.
                  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || count > 1)
                    return
                  event.preventDefault()
                  event.currentTarget.form?.requestSubmit()
                }}
              />
            </Field>
          </div>
          <Button type="submit" variant="filled" aria-disabled={sharing.isBusy}>
            {sharing.isBusy ? 'Sharing…' : count > 1 ? `Share with ${count} projects` : 'Share image'}
          </Button>
        </form>
        <ShareResults rows={rows} />
      </CardBody>
    </Card>
  )
}
