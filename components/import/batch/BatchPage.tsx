'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { announce } from '@/components/elements/announcements'
import { Card } from '@/components/elements/Card'
import { sharedNames } from '@/lib/import/batch/judge-row'
import { BATCH_ROWS_MAX, type ReadRow } from '@/lib/import/batch/rows'
import { addressIn } from '../known-findings'
import { AddFiles } from './AddFiles'
import classes from './BatchPage.module.css'
import { BatchTable, type TableRow } from './BatchTable'
import { RemovedRow } from './RemovedRow'
import { keptRowViews } from './row-view'
import { SendBar } from './SendBar'
import { SendOutcomeBox } from './SendOutcomeBox'
import { useBatch } from './useBatch'
import { useBatchReadings } from './useBatchReadings'
import { useRemovedRow } from './useRemovedRow'
import { type SubmitBatchAction, useSendBatch } from './useSendBatch'

type Props = {
  project: { id: string; name: string }
  /** The server action. */
  submit: SubmitBatchAction
  /** Said above, such as that the batch asked for is not there. */
  notice: ReactNode
}

/** Several files in one table. Mount it anew (`key`) for another project. */
export function BatchPage({ project, submit, notice }: Props) {
  const batch = useBatch(project.id)
  const [typing, setTyping] = useState<string | null>(null)
  const [viewOf] = useState(keptRowViews)
  const addresses = batch.rows.map(({ key, draft }) => (key === typing ? null : addressIn(draft.imageFile)))
  const { readingOf, checkAgain } = useBatchReadings(addresses)
  const { outcome, progress, send } = useSendBatch({ batch, projectId: project.id, submit })
  const { removed, remove, takeBack } = useRemovedRow(batch)
  const box = useRef<HTMLDivElement>(null)

  const shared = sharedNames(batch.rows.map(({ draft }) => draft))
  const rows: TableRow[] = batch.rows.map((row, index) => {
    const reading = readingOf(addresses[index] ?? null)
    const others = shared.get(row.draft.imageName.trim())?.filter((number) => number !== index + 1)
    return { row, reading, view: viewOf(row, reading), nameNote: others && noteOn(others) }
  })
  const sound = rows.filter(({ view }) => view.isSound)
  const unread = rows.filter(({ reading: { state } }) => state === 'waiting' || state === 'reading')

  useEffect(() => {
    // The answers of the server: what a file knows is filled into its row, once for each read.
    for (const { row, reading } of rows) if (reading.state === 'read') batch.fill(row.key, reading.facts)
  })

  useEffect(() => {
    // The document's focus: a keyboard and a screen reader go to what came of the attempt.
    if (outcome) box.current?.focus()
  }, [outcome])

  const add = (added: readonly ReadRow[]): string | null => {
    const all = batch.rows.length + added.length
    if (all > BATCH_ROWS_MAX)
      return `Use at most ${BATCH_ROWS_MAX} rows in one batch (these would be ${all}).`
    batch.add(added)
    announce(added.length === 1 ? '1 row added' : `${added.length} rows added`)
    return null
  }
  return (
    <div className={classes.page} data-ready={batch.isReady ? '' : undefined}>
      {notice}
      {outcome ? <SendOutcomeBox ref={box} outcome={outcome} projectName={project.name} /> : null}
      <AddFiles onAdd={add} />
      {removed ? <RemovedRow key={removed.row.key} removed={removed} onTakeBack={takeBack} /> : null}
      {rows.length > 0 ? (
        <Card label="Files of this batch">
          <BatchTable
            rows={rows}
            onEdit={batch.edit}
            onRemove={remove}
            onTyping={(key, isTyping) => setTyping(isTyping ? key : null)}
            onCheckAgain={checkAgain}
          />
          <SendBar
            sound={sound.length}
            all={rows.length}
            unread={unread.length}
            progress={progress}
            onSend={() => void send(sound.map(({ row }) => row))}
          />
        </Card>
      ) : null}
    </div>
  )
}

function noteOn(others: readonly number[]): string {
  const [first, ...rest] = others
  return rest.length === 0
    ? `Row ${first} has this name, too.`
    : `Rows ${others.join(', ')} have this name, too.`
}
