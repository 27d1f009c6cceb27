'use client'

import { useTimeZone } from '@/components/elements/clock'
import { Notice } from '@/components/elements/Notice'
import { LinkButton } from '@/components/jobs/LinkButton'
import { clock } from '@/lib/format/time'
import type { ImageView } from '@/lib/images/view'
import { paths } from '@/lib/navigation'
import { goneWords } from './gone'

type Props = {
  image: Pick<ImageView, 'own' | 'state'>
  /** When that was found, epoch milliseconds. */
  at: number
}

/** The image went while its page was open; what was last known of it stays to be read. */
export function GoneNotice({ image, at }: Props) {
  const timeZone = useTimeZone()
  const { state, why } = goneWords(image)
  const time = clock(at, timeZone)
  return (
    <Notice
      shape="warn"
      title={
        state === 'deleted'
          ? `This image was deleted at ${time}.`
          : `This image was not available any more at ${time}.`
      }
      actions={<LinkButton href={paths.images()}>Open the list of images</LinkButton>}
      alert
    >
      <p>{state === 'deleted' ? '' : `${why} `}What you see is what was last known of it.</p>
    </Notice>
  )
}
