import { Notice } from '@/components/elements/Notice'
import type { ImageView } from '@/lib/images/view'
import { AnswerActions } from './AnswerActions'

type Props = { image: Pick<ImageView, 'id'> }

/** Another project shares the image and waits to hear. */
export function OfferBanner({ image }: Props) {
  return (
    <Notice
      shape="pending"
      title="Another project offers this image."
      actions={<AnswerActions image={image} status="pending" />}
    >
      <p>Accepted, it comes into your list, and servers can be made from it.</p>
    </Notice>
  )
}
