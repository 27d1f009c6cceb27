'use client'

import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { announce } from '@/components/elements/announcements'
import { Icon } from '@/components/elements/Icon'
import { TAGS_MAX } from '@/lib/cloud/rules'
import { splitTags } from '@/lib/images/tags'
import { Field } from './Field'
import { describedBy, fieldId } from './fields'
import classes from './TagsField.module.css'
import { useImportField } from './useImportField'

const EXTRA = `optional, up to ${TAGS_MAX}`
const HELP = 'Write key.value or key=value. Enter or a comma adds the tag.'

/** Tags as text. Enter, comma, leaving the field and pasting add; Backspace in the empty field takes the last one off. */
export function TagsField() {
  const name = 'tags'
  const { value: tags, message, readOnly, change, leave } = useImportField(name)
  const [typed, setTyped] = useState('')

  const add = (texts: readonly string[]) => {
    const added = texts.map((text) => text.trim()).filter((text) => text !== '' && !tags.includes(text))
    if (added.length > 0) change([...tags, ...added])
    setTyped('')
  }
  const remove = (at: number) => {
    change(tags.filter((_, index) => index !== at))
    announce(`Removed ${tags[at]}`)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ',') {
      // Also when nothing is typed: a second Enter after a tag must not start an import.
      event.preventDefault()
      add([typed])
    } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
      remove(tags.length - 1)
    }
  }
  const onType = (text: string) => {
    // A phone's keyboard tells of no comma key, and a filled-in text of no paste: the text itself has to.
    if (text.includes(',')) add(text.split(','))
    else setTyped(text)
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = splitTags(event.clipboardData.getData('text'))
    if (pasted.length < 2 || readOnly) return
    event.preventDefault()
    add(typed.trim() === '' ? pasted : [typed, ...pasted])
  }

  return (
    <Field name={name} label="Tags" extra={EXTRA} help={HELP} message={message}>
      <div className={classes.box} data-wrong={message !== undefined} data-read-only={readOnly}>
        {tags.length > 0 ? (
          <ul className={classes.list}>
            {tags.map((tag, index) => (
              <li key={tag} className={classes.tag}>
                <span className={classes.text}>{tag}</span>
                <button
                  type="button"
                  className={classes.remove}
                  aria-label={`Remove ${tag}`}
                  onClick={() => {
                    remove(index)
                    document.getElementById(fieldId(name))?.focus()
                  }}
                >
                  <Icon name="close" size={12} />
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        <input
          id={fieldId(name)}
          className={classes.input}
          placeholder="Add a tag"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          readOnly={readOnly}
          value={typed}
          aria-invalid={message !== undefined}
          aria-describedby={describedBy(name, { extra: EXTRA, help: HELP, message })}
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => {
            add([typed])
            leave()
          }}
        />
      </div>
    </Field>
  )
}
