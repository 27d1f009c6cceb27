'use client'

import { useEffect } from 'react'
import { tellCurrentPage } from './current-page'

type Props = { name: string }

export function CurrentPage({ name }: Props) {
  useEffect(() => {
    // The top bar, outside the page.
    tellCurrentPage(name)
    return () => tellCurrentPage(null)
  }, [name])
  return null
}
