import type { Metadata } from 'next'
import { PlainPage } from '@/components/elements/PlainPage'
import { paths } from '@/lib/navigation'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <PlainPage
      title="No page at this address"
      text="The link may be old, or a letter may be missing."
      link={{ title: 'Go to Import', href: paths.import() }}
    />
  )
}
