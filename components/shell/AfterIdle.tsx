'use client'

import { createPortal } from 'react-dom'
import { SingleKeys } from '@/components/keyboard/SingleKeys'
import { Bell } from '@/components/told/Bell'
import { Told } from '@/components/told/Told'
import { BELL_PLACE } from './bell-place'

export function AfterIdle() {
  const place = document.getElementById(BELL_PLACE)
  return (
    <>
      <SingleKeys />
      <Told />
      {place ? createPortal(<Bell />, place) : null}
    </>
  )
}
