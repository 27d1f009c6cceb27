'use client'

import { useEffect } from 'react'

const PREFIX = 'Error: '

/** Says in the tab's title that the page waits for a correction. */
export function useErrorTitle(isWrong: boolean): void {
  useEffect(() => {
    // The document's title, which React knows only for whole pages.
    if (!isWrong) return
    const { title } = document
    if (!title.startsWith(PREFIX)) document.title = `${PREFIX}${title}`
    return () => {
      document.title = document.title.replace(PREFIX, '')
    }
  }, [isWrong])
}
