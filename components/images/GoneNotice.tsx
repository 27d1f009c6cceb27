'use client'

import { useTimeZone } from '@/components/elements/clock'
import { Notice } from '@/components/elements/Notice'
import { LinkButton } from '@/components/jobs/LinkButton'
import { clock } from '@/lib/format/time'
import { paths } from '@/lib/navigation'

type Props = {
  /** When that was found, epoch milliseconds. */
  at: number
}

/** The image went while its page was open; what was last known of it stays to be read. */
export function GoneNotice({ at }: Props) {
  const timeZone = useTimeZone()
  return (
    <Notice
      shape="warn"
      title={`This image was deleted at ${clock(at, timeZone)}.`}
      actions={<LinkButton href={paths.images()}>Open the list of images</LinkButton>}
      alert
    >
      <p>What you see is what was last known of it.</p>
    </Notice>
  )
}
