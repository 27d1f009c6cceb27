'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { paths } from '@/lib/navigation'

const STAY_MS = 3_000

/**
 * Imports whose image was opened by itself in this document. The back button shows the job's page as it was left,
 * still running; without this it would send the person forward again.
 */
const opened = new Set<string>()

type Props = { jobId: string; imageId: string }

/** Goes to the image after 3 s, unless the person stays. */
export function OpeningImage({ jobId, imageId }: Props) {
  const router = useRouter()
  const [going, setGoing] = useState(() => !opened.has(jobId))

  useEffect(() => {
    // The browser's timer and its history.
    if (!going) return
    const timer = setTimeout(() => {
      opened.add(jobId)
      router.push(paths.image(imageId))
    }, STAY_MS)
    return () => clearTimeout(timer)
  }, [going, router, jobId, imageId])

  if (!going) return null
  return (
    <>
      <span>Opening the image…</span>
      <Button onClick={() => setGoing(false)}>Stay here</Button>
    </>
  )
}
