'use client'

import { type MouseEvent, useRef } from 'react'

/**
 * For the button of a part that closes by itself when one presses beside it: the press that closed it comes before the
 * click, which would open it again.
 */
export function useToggle(isOpen: boolean, setOpen: (isOpen: boolean) => void) {
  const wasOpen = useRef(false)
  return {
    onPointerDown: () => {
      wasOpen.current = isOpen
    },
    onClick: ({ detail }: MouseEvent) => {
      // A click by key has no press before it.
      setOpen(detail === 0 ? !isOpen : !wasOpen.current)
    },
  }
}
