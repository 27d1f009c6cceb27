'use client'

import { lazy, Suspense, use, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext } from 'react-hook-form'
import { Icon } from '@/components/elements/Icon'
import controls from '@/components/form/control.module.css'
import { Field } from '@/components/form/Field'
import { describedBy } from '@/components/form/field-ids'
import { formatImageFile, parseImageFile } from '@/lib/images/image-file'
import type { ImportDraft } from '@/lib/import/draft'
import { FileNote } from './FileNote'
import { fieldId } from './fields'
import classes from './ImageFileField.module.css'
import { ListMissing } from './image-file/ListMissing'
import { type PlaceRow, rowId } from './image-file/rows'
import { howChanged } from './image-file/typing'
import { useFileList } from './image-file/useFileList'
import { addressIn } from './known-findings'
import { PreflightContext } from './PreflightContext'
import { SendingContext } from './SendingContext'
import { suggestedName } from './suggested-name'
import { useImportField } from './useImportField'

/** Begun when the field gets focus: most people paste, and the form is there sooner without it. */
const loadList = () => import('./image-file/FileList').catch(() => ({ default: ListMissing }))
const FileList = lazy(loadList)

const NAME = 'imageFile'
const LIST_ID = 'buckets-and-files'
const HELP = 'Choose a file, or paste its address: bucket:file, bucket/file, obs:// or https.'
const TAKEN = 'Put into the form bucket:file. Only bucket and file name were kept of the address.'

type Props = {
  /** Where the list opens while no file is named; empty for the list of buckets. */
  bucket: string
}

/**
 * The address of the file: text first of all, which is taken on Enter or on leaving and put into the form IMS takes.
 * The list below it follows the text through buckets and folders, and writes addresses into it. An image name that
 * nobody has typed follows the file's with every change, and never later: the name field must not change under a
 * person, or a program, that has just gone to it.
 */
export function ImageFileField({ bucket }: Props) {
  const { getValues, getFieldState, setValue, trigger } = useFormContext<ImportDraft>()
  const isSending = use(SendingContext)
  const { object, takeFile } = use(PreflightContext)
  const { value, message, finding, readOnly, change, leave } = useImportField(NAME)
  /** What `bucket:key` was made from something else. */
  const [taken, setTaken] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)

  const take = () => {
    if (isSending) return
    const { imageFile } = getValues()
    const parsed = parseImageFile(imageFile)
    if (!parsed.ok) return
    const address = formatImageFile(parsed.value)
    takeFile(address)
    if (imageFile === address) return
    setValue('imageFile', address, { shouldDirty: true })
    setTaken(imageFile.trim() === address ? null : address)
  }
  const write = (imageFile: string) => {
    change(imageFile)
    setTaken(null)
    const { imageName } = getValues()
    const suggested = suggestedName(imageFile)
    if (imageName === suggested || (imageName !== '' && imageName !== suggestedName(value))) return
    setValue('imageName', suggested, {
      shouldDirty: true,
      shouldValidate: getFieldState('imageName').invalid,
    })
  }
  const choose = ({ kind, address }: PlaceRow) => {
    flushSync(() => write(address))
    // The end of a long address tells where one is.
    input.current?.setSelectionRange(address.length, address.length)
    if (kind !== 'file') return
    take()
    void trigger(NAME)
  }
  const list = useFileList({ value, bucket, readOnly, onChoose: choose })
  const note = object ? <FileNote object={object} /> : taken ? TAKEN : null

  return (
    <Field id={fieldId(NAME)} label="Image file" help={HELP} note={note} finding={finding} message={message}>
      <div className={classes.box}>
        <input
          ref={input}
          id={fieldId(NAME)}
          className={`${controls.control} ${controls.mono} ${classes.input}`}
          placeholder="Choose a file or paste its address"
          role="combobox"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          readOnly={readOnly}
          value={value}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={list.isOpen}
          aria-controls={list.isOpen ? LIST_ID : undefined}
          aria-activedescendant={list.active === null ? undefined : rowId(LIST_ID, list.active)}
          aria-invalid={message !== undefined}
          aria-describedby={describedBy(fieldId(NAME), { help: HELP, note, finding, message })}
          onChange={(event) => {
            const text = event.currentTarget.value
            list.onType(value, text)
            write(text)
            const address = addressIn(text)
            if (address !== null && howChanged(value, text) === 'put') takeFile(address)
          }}
          onFocus={() => void loadList()}
          onClick={list.open}
          onBlur={() => {
            list.close()
            take()
            leave()
          }}
          onKeyDown={(event) => {
            if (list.onKeyDown(event)) {
              event.preventDefault()
            } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
              event.preventDefault()
              take()
            }
          }}
        />
        <button
          type="button"
          // Not a stop of its own: the arrow keys open the list from the field.
          tabIndex={-1}
          className={classes.button}
          aria-label="Buckets and files"
          aria-expanded={list.isOpen}
          aria-controls={list.isOpen ? LIST_ID : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            input.current?.focus()
            if (list.isOpen) list.close()
            else list.open()
          }}
        >
          <Icon name="chevron-down" />
        </button>
        {list.isOpen && list.listing ? (
          <Suspense>
            <FileList
              id={LIST_ID}
              place={list.place}
              listing={list.listing}
              active={list.active}
              onChoose={list.choose}
            />
          </Suspense>
        ) : null}
      </div>
    </Field>
  )
}
