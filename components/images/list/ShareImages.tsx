'use client'

import { useMemo, useRef } from 'react'
import * as z from 'zod/mini'
import { shareImage } from '@/app/(console)/images/actions'
import { useSession } from '@/components/shell/SessionContext'
import { shareInput } from '@/lib/images/acting'
import type { Result } from '@/lib/result'
import { TAKES_ANY_ID } from '../sharing/glance-members'
import type { ActProps } from './ActDialog'
import classes from './ActDialog.module.css'
import { BulkRun } from './BulkRun'
import { LeftOut } from './LeftOut'
import { splitPossible } from './split-possible'
import { TextAct } from './TextAct'
import { useBulk } from './useBulk'

const HELP =
  '32 letters and digits; ask the other side for it. It has to be in this region, and not this project.'

export function ShareImages({ rows, reader, onClose }: ActProps) {
  const { project, imageApi } = useSession()
  const memberId = useRef('')
  const { can, blocked, cautions } = useMemo(() => splitPossible('share', rows, imageApi), [rows, imageApi])
  const bulk = useBulk({
    act: ({ image }) => shareImage({ projectId: project.id, imageId: image.id, memberId: memberId.current }),
    onDone: ({ image }, result) => {
      if (result === 'gone') reader.remove([image.id])
      else reader.change(image.id, { visibility: 'shared' })
    },
  })
  if (bulk.results) return <BulkRun bulk={bulk} doing="Sharing" done="Shared" onClose={onClose} />
  return (
    <TextAct
      label="Project id"
      help={imageApi === 'glance' ? `${HELP} ${TAKES_ANY_ID}` : HELP}
      submit={can.length === 1 ? 'Share image' : `Share ${can.length} images`}
      read={readMember(project.id)}
      onSubmit={(value) => {
        memberId.current = value
        bulk.start(can)
      }}
      onClose={onClose}
      isPossible={can.length > 0}
    >
      <LeftOut blocked={blocked} verb="shared" />
      {can.length > 0 ? (
        <p className={classes.text}>
          The other project sees {can.length === 1 ? 'it' : 'them'} once it accepts. {cautions.join(' ')}
        </p>
      ) : null}
    </TextAct>
  )
}

const readMember =
  (own: string) =>
  (text: string): Result<string, string> => {
    const parsed = z.safeParse(shareInput.shape.memberId, text)
    if (!parsed.success) return { ok: false, error: parsed.error.issues[0]?.message ?? '' }
    return parsed.data === own
      ? { ok: false, error: 'This is the project the images are in. Enter another one.' }
      : { ok: true, value: parsed.data }
  }
