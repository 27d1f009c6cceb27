'use client'

import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { SingleKeys } from '@/components/keyboard/SingleKeys'
import { Bell } from '@/components/told/Bell'
import { Told } from '@/components/told/Told'
import { BELL_PLACE } from './bell-place'
import { useSession } from './SessionContext'

/** Needed when nobody expects it, and perhaps without a connection: fetched now, shown then. */
const fetchAhead = () => {
  import('./SignInAgainForm').catch(() => {
    // The dialog says so, should it come to that.
  })
}

/** The bell is rung by jobs, which only IMS has. */
export function AfterIdle() {
  useEffect(() => {
    // The browser's cache.
    fetchAhead()
  }, [])

  const { imageApi } = useSession()
  const place = document.getElementById(BELL_PLACE)
  return (
    <>
      <SingleKeys />
      <Told />
      {place && imageApi === 'ims' ? createPortal(<Bell />, place) : null}
    </>
  )
}
