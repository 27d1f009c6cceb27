'use client'

import { Button } from '@mantine/core'
import { Icon } from '@/components/elements/Icon'
import { PAGE_ROWS } from '@/lib/jobs/filters'

type Props = { count: number; onShow: () => void }

/** Rows that are looked at do not move by themselves: what has come waits here. */
export function NewJobsButton({ count, onShow }: Props) {
  return (
    <Button
      variant="light"
      leftSection={<Icon name="arrow-up" />}
      onClick={() => {
        onShow()
        // The button goes, and would take the focus with it; the rows begin at the top.
        window.scrollTo({ top: 0 })
        document.querySelector('h1')?.focus({ preventScroll: true })
      }}
    >
      {count >= PAGE_ROWS ? `${PAGE_ROWS} or more` : count} new
    </Button>
  )
}
