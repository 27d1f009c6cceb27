'use client'

import { useSession } from '@/components/shell/SessionContext'
import { paths } from '@/lib/navigation'
import { LinkButton } from './LinkButton'

/** Not there where the cloud cannot import. */
export function ImportImageButton() {
  const { imageApi } = useSession()
  if (imageApi !== 'ims') return null
  return (
    <LinkButton href={paths.import()} primary icon="import">
      Import image
    </LinkButton>
  )
}
