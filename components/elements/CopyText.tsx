'use client'

import classes from './CopyText.module.css'
import { Icon } from './Icon'
import { COPY_WORDS, useCopy } from './useCopy'

const HEAD = 8
const TAIL = 4

type Props = {
  value: string
  /** What it is, in the button's name: "job id" makes "Copy job id". */
  label: string
  /** `7091952d…9be3`, for tables; copying always gives all of it. */
  shorten?: boolean
  /** Of the button: -1 in rows of which only one at a time is in the order of Tab. */
  tabIndex?: number
}

export function CopyText({ value, label, shorten = false, tabIndex }: Props) {
  const { state, copy } = useCopy(value)
  const shown = shorten ? shortened(value) : value
  return (
    <span className={classes.text}>
      <span className={`mono ${classes.value}`} {...(shown === value ? {} : { title: value })}>
        {shown}
      </span>
      <button
        type="button"
        className={classes.button}
        tabIndex={tabIndex}
        aria-label={state === 'idle' ? `Copy ${label}` : COPY_WORDS[state]}
        onClick={copy}
      >
        <Icon name={state === 'copied' ? 'check' : 'copy'} size={14} />
      </button>
      {state === 'idle' ? null : (
        <span className={classes.said} aria-hidden="true">
          {COPY_WORDS[state]}
        </span>
      )}
    </span>
  )
}

function shortened(value: string): string {
  return value.length > HEAD + TAIL + 1 ? `${value.slice(0, HEAD)}…${value.slice(-TAIL)}` : value
}
