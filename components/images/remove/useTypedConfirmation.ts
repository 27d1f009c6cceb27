'use client'

import { useRef, useState } from 'react'
import { isTyped } from './is-typed'

/** @param wanted what has to be typed before it is done; null where a press is enough */
export function useTypedConfirmation(wanted: string | null) {
  const ref = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)

  return {
    /** Whether it may be done; where not, the field says why and has the focus. */
    isConfirmed: () => {
      if (wanted === null || isTyped(typed, wanted)) return true
      setWrong(true)
      ref.current?.focus()
      return false
    },
    field:
      wanted === null
        ? null
        : {
            ref,
            wanted,
            typed,
            isWrong,
            onType: (text: string) => {
              setTyped(text)
              setWrong(false)
            },
          },
  }
}
