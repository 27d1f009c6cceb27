'use client'

import { useMemo, useRef } from 'react'
import { addImageTags } from '@/app/(console)/images/actions'
import { useSession } from '@/components/shell/SessionContext'
import { TAGS_MAX } from '@/lib/cloud/rules'
import { wireTag } from '@/lib/images/edit'
import { applyTags } from '@/lib/images/tag-change'
import { parseTags, splitTags } from '@/lib/images/tags'
import type { Result } from '@/lib/result'
import type { ActProps } from './ActDialog'
import classes from './ActDialog.module.css'
import { BulkRun } from './BulkRun'
import { LeftOut } from './LeftOut'
import { splitPossible } from './split-possible'
import { TextAct } from './TextAct'
import { useBulk } from './useBulk'

type Tags = { key: string; value: string | null }[]

export function TagImages({ rows, reader, onClose }: ActProps) {
  const { project, imageApi } = useSession()
  const tags = useRef<Tags>([])
  const { can, blocked } = useMemo(() => splitPossible('tag', rows, imageApi), [rows, imageApi])
  const bulk = useBulk({
    act: ({ image }) =>
      addImageTags({ projectId: project.id, imageId: image.id, tags: tags.current.map(wireTag) }),
    onDone: ({ image }, result) => {
      const set = tags.current.map(({ key, value }) => ({ key, value: value ?? '' }))
      if (result === 'gone') reader.remove([image.id])
      else reader.change(image.id, { tags: applyTags(image.tags, { set, remove: [] }) })
    },
  })
  if (bulk.results) return <BulkRun bulk={bulk} doing="Tagging" done="Tagged" onClose={onClose} />
  return (
    <TextAct<Tags>
      label="Tags"
      help={`Write key.value or key=value, with commas between them. An image has at most ${TAGS_MAX}.`}
      submit={can.length === 1 ? 'Tag image' : `Tag ${can.length} images`}
      read={readTags}
      onSubmit={(value) => {
        tags.current = value
        bulk.start(can)
      }}
      onClose={onClose}
      isPossible={can.length > 0}
    >
      <LeftOut blocked={blocked} verb="tagged" />
      {can.length > 0 ? (
        <p className={classes.text}>A tag whose key is there already gets the new value; other tags stay.</p>
      ) : null}
    </TextAct>
  )
}

function readTags(text: string): Result<Tags, string> {
  const texts = splitTags(text)
  return texts.length === 0 ? { ok: false, error: 'Enter a tag.' } : parseTags(texts)
}
