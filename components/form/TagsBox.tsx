'use client'

import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { announce } from '@/components/elements/announcements'
import { Icon } from '@/components/elements/Icon'
import { splitPastedTags } from '@/lib/images/tags'
import classes from './TagsBox.module.css'

type Props = {
  id: string
  /** As written. */
  value: readonly string[]
  readOnly?: boolean
  isWrong?: boolean
  describedBy?: string | undefined
  onChange: (tags: string[]) => void
  onLeave?: () => void
}

/** Tags as text. Enter, comma, leaving the field and pasting add; Backspace in the empty field takes the last one off. */
export function TagsBox({
  id,
  value: tags,
  readOnly = false,
  isWrong = false,
  describedBy,
  onChange,
  onLeave,
}: Props) {
  const [typed, setTyped] = useState('')

  const add = (texts: readonly string[]) => {
    const added = texts.map((text) => text.trim()).filter((text) => text !== '' && !tags.includes(text))
    if (added.length > 0) onChange([...tags, ...added])
    setTyped('')
  }
  const remove = (at: number) => {
    onChange(tags.filter((_, index) => index !== at))
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
    const pasted = splitPastedTags(event.clipboardData.getData('text'))
    if (pasted.length < 2 || readOnly) return
    event.preventDefault()
    add(typed.trim() === '' ? pasted : [typed, ...pasted])
  }

  return (
    <div className={classes.box} data-wrong={isWrong} data-read-only={readOnly}>
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
                  document.getElementById(id)?.focus()
                }}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <input
        id={id}
        className={classes.input}
        placeholder="Add a tag"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={readOnly}
        value={typed}
        aria-invalid={isWrong}
        aria-describedby={describedBy}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => {
          add([typed])
          onLeave?.()
        }}
      />
    </div>
  )
}
