'use client'

import { paths } from '@/lib/navigation'
import { LinkButton } from './LinkButton'

export function ImportImageButton() {
  return (
    <LinkButton href={paths.import()} primary icon="import">
      Import image
    </LinkButton>
  )
}
