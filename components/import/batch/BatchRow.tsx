'use client'

import { ActionIcon } from '@mantine/core'
import { memo, useState } from 'react'
import { Icon } from '@/components/elements/Icon'
import { splitTagCell } from '@/lib/import/batch/columns'
import type { ImportDraft } from '@/lib/import/draft'
import type { FieldName } from '../fields'
import classes from './BatchTable.module.css'
import type { BatchRow as Row } from './batch-state'
import { CellInput } from './CellInput'
import { RowDetails } from './RowDetails'
import { RowVerdict } from './RowVerdict'
import type { RowView } from './row-view'
import { SYSTEMS_LIST } from './SystemsList'
import type { FileReading } from './useBatchReadings'

type Props = {
  row: Row
  /** From 1, as the page counts them. */
  number: number
  view: RowView
  reading: FileReading
  /** Said at the name; IMS takes several images of one name. */
  nameNote: string | undefined
  onEdit: (key: string, changes: Partial<ImportDraft>) => void
  onRemove: (key: string) => void
  /** The file's address is being typed, and is none yet. */
  onTyping: (key: string, isTyping: boolean) => void
  onCheckAgain: (address: string) => void
}

const IN_TABLE: readonly FieldName[] = ['imageFile', 'imageName', 'osVersion', 'minDiskGb', 'tags']
const COLUMNS = 8

export const BatchRow = memo(function BatchRow(props: Props) {
  const { row, number, view, reading, nameNote, onEdit, onRemove, onTyping, onCheckAgain } = props
  const { key, draft } = row
  const [isOpen, setIsOpen] = useState(false)
  const [tags, setTags] = useState(() => draft.tags.join(', '))
  const isSystemDisk = draft.kind === 'system'
  const cell = (label: string) => `${label}, row ${number}`
  // What the checks say of a file that could be read stands with the checks.
  const isFileSaid = reading.state !== 'read'
  const inCells = IN_TABLE.filter((field) => field !== 'imageFile' || isFileSaid)
  return (
    <>
      <tr className={classes.row}>
        <th scope="row" className={classes.number}>
          {number}
        </th>
        <td data-label="Image file">
          <CellInput
            label={cell('Image file')}
            value={draft.imageFile}
            problem={isFileSaid ? view.problems.imageFile : undefined}
            mono
            onChange={(imageFile) => onEdit(key, { imageFile })}
            onFocusChange={(isTyping) => onTyping(key, isTyping)}
          />
        </td>
        <td data-label="Image name">
          <CellInput
            label={cell('Image name')}
            value={draft.imageName}
            problem={view.problems.imageName}
            note={nameNote}
            onChange={(imageName) => onEdit(key, { imageName })}
          />
        </td>
        <td data-label="Operating system">
          {isSystemDisk ? (
            <CellInput
              label={cell('Operating system')}
              value={draft.osVersion}
              problem={view.problems.osVersion}
              list={SYSTEMS_LIST}
              onChange={(osVersion) => onEdit(key, { osVersion })}
            />
          ) : (
            <p className={classes.plain}>Data disk</p>
          )}
        </td>
        <td data-label="Minimum disk (GB)">
          <CellInput
            label={cell('Minimum disk (GB)')}
            value={draft.minDiskGb}
            problem={view.problems.minDiskGb}
            inputMode="numeric"
            offer={
              view.problems.minDiskGb && view.minDiskInFile !== draft.minDiskGb ? view.minDiskInFile : null
            }
            onChange={(minDiskGb) => onEdit(key, { minDiskGb })}
          />
        </td>
        <td data-label="Tags">
          <CellInput
            label={cell('Tags')}
            value={tags}
            problem={view.problems.tags}
            onChange={(text) => {
              setTags(text)
              onEdit(key, { tags: splitTagCell(text) })
            }}
          />
        </td>
        <td data-label="Preflight">
          <RowVerdict view={view} reading={reading} saidElsewhere={inCells} />
        </td>
        <td className={classes.acts}>
          <ActionIcon
            aria-label={cell('More fields')}
            aria-expanded={isOpen}
            onClick={() => setIsOpen((before) => !before)}
          >
            <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} />
          </ActionIcon>
          <ActionIcon aria-label={`Remove row ${number}`} onClick={() => onRemove(key)}>
            <Icon name="trash" />
          </ActionIcon>
        </td>
      </tr>
      {isOpen ? (
        <tr className={classes.more}>
          <td colSpan={COLUMNS}>
            <RowDetails
              row={row}
              view={view}
              inTable={IN_TABLE}
              onEdit={onEdit}
              onCheckAgain={
                reading.state === 'read' || reading.state === 'failed'
                  ? () => onCheckAgain(draft.imageFile)
                  : null
              }
            />
          </td>
        </tr>
      ) : null}
    </>
  )
})
