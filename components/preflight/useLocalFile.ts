'use client'

import { useRef, useState } from 'react'
import { ownError } from '@/lib/cloud/explained-error'
import type { Reading } from './reading'

export type LocalFile = { name: string; reading: Reading }

/** A file of this computer, read here: nothing of it is sent anywhere. A newer one gives up the older read. */
export function useLocalFile() {
  const [file, setFile] = useState<LocalFile | null>(null)
  const reading = useRef<AbortController | null>(null)

  const close = () => {
    reading.current?.abort()
    setFile(null)
  }
  const check = async (chosen: File) => {
    reading.current?.abort()
    const controller = new AbortController()
    reading.current = controller
    const { name } = chosen
    setFile({ name, reading: { state: 'reading' } })
    let found: Reading
    try {
      const { readLocalFile } = await import('./read-local-file')
      const inspection = await readLocalFile(chosen, controller.signal)
      found = {
        state: 'read',
        facts: { object: null, inspection, hasBitmap: null, objectFindings: [] },
        readAt: Date.now(),
        isStale: false,
        changedAt: null,
      }
    } catch (error) {
      found = { state: 'failed', error: notRead(name, error) }
    }
    if (!controller.signal.aborted) setFile({ name, reading: found })
  }
  return { file, check, close }
}

const notRead = (name: string, cause: unknown) =>
  ownError(
    `This browser cannot read ${name}`,
    'It may be a folder, or was moved, changed or locked since it was chosen.',
    'Choose it again.',
    { message: cause instanceof Error ? cause.message : null },
  )
