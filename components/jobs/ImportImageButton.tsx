'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { Icon } from '@/components/elements/Icon'
import { paths } from '@/lib/navigation'

export function ImportImageButton() {
  return (
    <Button component={Link} href={paths.import()} variant="filled" leftSection={<Icon name="import" />}>
      Import image
    </Button>
  )
}
