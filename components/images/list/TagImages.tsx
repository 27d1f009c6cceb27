'use client'

import { useMemo, useRef } from 'react'
import { addImageTags } from '@/app/(console)/images/actions'
import { useSession } from '@/components/shell/SessionContext'
import { EDIT_RULES, readTagList } from '@/lib/images/edit-rules'
import { applyTags, tagChange } from '@/lib/images/tag-change'
import { splitTagList } from '@/lib/images/tags'
import type { ActProps } from './ActDialog'
import classes from './ActDialog.module.css'
import { BulkRun } from './BulkRun'
import { LeftOut } from './LeftOut'
import { splitPossible } from './split-possible'
import { TextAct } from './TextAct'
import { useBulk } from './useBulk'

export function TagImages({ rows, reader, onClose }: ActProps) {
  const { project, imageApi } = useSession()
  const tags = useRef<string[]>([])
  const { can, blocked } = useMemo(() => splitPossible('tag', rows, imageApi), [rows, imageApi])
  const bulk = useBulk({
    act: ({ image }) => addImageTags({ projectId: project.id, imageId: image.id, tags: tags.current }),
    onDone: ({ image }, result) => {
      const { set } = tagChange([], tags.current, imageApi)
      if (result === 'gone') reader.remove([image.id])
      else reader.change(image.id, { tags: applyTags(image.tags, { set, remove: [] }, imageApi) })
    },
  })
  if (bulk.results) return <BulkRun bulk={bulk} doing="Tagging" done="Tagged" onClose={onClose} />
  return (
    <TextAct<string[]>
      label="Tags"
      help={`${imageApi === 'ims' ? 'Write key.value or key=value, with' : 'Write them with'} commas between them. An image has at most ${EDIT_RULES[imageApi].tags.max}.`}
      submit={can.length === 1 ? 'Tag image' : `Tag ${can.length} images`}
      read={(text) => readTagList(splitTagList(text), imageApi)}
      onSubmit={(value) => {
        tags.current = value
        bulk.start(can)
      }}
      onClose={onClose}
      isPossible={can.length > 0}
    >
      <LeftOut blocked={blocked} verb="tagged" />
      {can.length > 0 && imageApi === 'ims' ? (
        <p className={classes.text}>A tag whose key is there already gets the new value; other tags stay.</p>
      ) : null}
    </TextAct>
  )
}
