'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { Disclosure } from '@/components/elements/Disclosure'
import { Icon } from '@/components/elements/Icon'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { StatusMark } from '@/components/elements/StatusMark'
import { useFileDrop } from '@/components/preflight/useFileDrop'
import { formatBytes } from '@/lib/format/bytes'
import { BATCH_BYTES_MAX, type ReadRow, readRows, rowOfFile } from '@/lib/import/batch/rows'
import { paths } from '@/lib/navigation'
import classes from './AddFiles.module.css'
import { PasteRows } from './PasteRows'

const FilePicker = dynamic(
  () => import('./FilePicker').then(({ FilePicker }) => FilePicker).catch(() => NotLoaded),
  { ssr: false },
)

type Props = {
  /** What is wrong with so many more, or null when they were added. */
  onAdd: (rows: readonly ReadRow[]) => string | null
}

/** The three ways into the table. */
export function AddFiles({ onAdd }: Props) {
  const [isPicking, setIsPicking] = useState<boolean | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const upload = useRef<HTMLInputElement>(null)

  const addText = (text: string): string | null => {
    const rows = readRows(text)
    return rows.ok ? onAdd(rows.value) : rows.error
  }
  const addFile = async (file: File) => {
    if (file.size > BATCH_BYTES_MAX) {
      setProblem(
        `${file.name}: use at most ${formatBytes(BATCH_BYTES_MAX)} (this file has ${formatBytes(file.size)}).`,
      )
      return
    }
    const wrong = addText(await file.text())
    setProblem(wrong && `${file.name}: ${wrong}`)
  }
  const { isOver, target } = useFileDrop((file) => void addFile(file))
  return (
    <Card labelledBy="add-files">
      <div {...target} className={isOver ? classes.over : undefined}>
        <CardHeader
          id="add-files"
          title="Add files"
          end={<a href={paths.batchExample()}>Download an example</a>}
        />
        <CardBody>
          <div className={classes.ways}>
            <Button leftSection={<Icon name="bucket" />} onClick={() => setIsPicking(true)}>
              Choose files
            </Button>
            <Button leftSection={<Icon name="file" />} onClick={() => upload.current?.click()}>
              Read a CSV file
            </Button>
            <input
              ref={upload}
              type="file"
              className="sr-only"
              tabIndex={-1}
              aria-label="CSV file"
              accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? []
                currentTarget.value = ''
                if (file) void addFile(file)
              }}
            />
            <p className={classes.hint}>or drop one here</p>
          </div>
          {problem ? (
            <p role="alert" className={classes.problem}>
              <StatusMark shape="bad" />
              <span>{problem}</span>
            </p>
          ) : null}
          <Disclosure summary="Paste rows">
            <PasteRows onText={addText} />
          </Disclosure>
        </CardBody>
      </div>
      {isPicking === null ? null : (
        <FilePicker
          isOpen={isPicking}
          onClose={() => setIsPicking(false)}
          onChoose={(addresses) => {
            const wrong = onAdd(addresses.map(rowOfFile))
            setProblem(wrong)
            setIsPicking(false)
          }}
        />
      )}
    </Card>
  )
}
