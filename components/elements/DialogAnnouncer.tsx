'use client'

import { useEffect, useId } from 'react'
import { Announcer } from './Announcer'
import { speakInDialog } from './announcements'

/** Speaks instead of the page's own Announcer, which a modal dialog makes inert. Stands in a dialog as long as it is open. */
export function DialogAnnouncer() {
  const id = useId()

  useEffect(() => {
    // The announcements, which outlive every dialog.
    return speakInDialog(id)
  }, [id])

  return <Announcer speaker={id} />
}
