'use client'

import { useRef } from 'react'
import controls from '@/components/form/control.module.css'
import { Icon } from './Icon'
import classes from './SearchField.module.css'
import { useBrowserSetting } from './useBrowserSetting'
import { useSearchText } from './useSearchText'
import { useSlashKey } from './useSlashKey'

type Props = {
  label: string
  /** As the address has it. */
  text: string
  /** Longest text that is searched for, in characters. */
  maxLength: number
  onSearch: (text: string) => void
}

export function SearchField({ label, text, maxLength, onSearch }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const { typed, type, search } = useSearchText(text, onSearch)
  useSlashKey(field)
  /** A person may turn the key off, and then its hint goes too. */
  const hasKey = useBrowserSetting('single-keys') !== 'off'
  return (
    <search>
      <form
        className={classes.search}
        onSubmit={(event) => {
          event.preventDefault()
          search()
        }}
      >
        <Icon name="search" className={classes.glass} />
        <input
          ref={field}
          type="search"
          aria-label={label}
          aria-keyshortcuts={hasKey ? '/' : undefined}
          placeholder={label}
          className={`${controls.control} ${classes.input}`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={maxLength}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
        {hasKey ? (
          <span className={classes.key} aria-hidden="true">
            /
          </span>
        ) : null}
      </form>
    </search>
  )
}
