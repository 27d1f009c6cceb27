'use client'

import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { SingleKeys } from '@/components/keyboard/SingleKeys'
import { Bell } from '@/components/told/Bell'
import { Told } from '@/components/told/Told'
import { BELL_PLACE } from './bell-place'

/** Needed when nobody expects it, and perhaps without a connection: fetched now, shown then. */
const fetchAhead = () => {
  import('./SignInAgainForm').catch(() => {
    // The dialog says so, should it come to that.
  })
}

export function AfterIdle() {
  useEffect(() => {
    // The browser's cache.
    fetchAhead()
  }, [])

  const place = document.getElementById(BELL_PLACE)
  return (
    <>
      <SingleKeys />
      <Told />
      {place ? createPortal(<Bell />, place) : null}
    </>
  )
}
