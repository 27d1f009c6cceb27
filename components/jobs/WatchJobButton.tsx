'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { NotLoaded } from '@/components/elements/NotLoaded'

const WatchJobDialog = dynamic(
  () => import('./WatchJobDialog').then(({ WatchJobDialog }) => WatchJobDialog).catch(() => NotLoaded),
  {
    ssr: false,
  },
)

export function WatchJobButton() {
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setOpened] = useState(false)
  return (
    <>
      <Button
        aria-haspopup="dialog"
        onClick={() => {
          setOpened(true)
          setOpen(true)
        }}
      >
        Watch a job by id
      </Button>
      {wasOpened ? <WatchJobDialog isOpen={isOpen} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
