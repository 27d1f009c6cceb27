import { ErrorBox } from '@/components/elements/ErrorBox'
import { LinkButton } from '@/components/jobs/LinkButton'
import type { ImageService, ImageView } from '@/lib/images/view'
import { waysOn } from './ways-on'

type Props = { image: ImageView; api: ImageService['api'] }

/** IMS keeps what is left of a failed import for a while. */
export function BrokenImage({ image, api }: Props) {
  const { status, job, updatedAt, readAt } = image
  const isIms = api === 'ims'
  const ways = waysOn(image, api)
  return (
    <ErrorBox
      error={{
        title: `${isIms ? 'IMS' : 'Glance'} could not make this image`,
        cause: `Its status is ${status}: ${isIms ? `the ${job?.copyOf ? 'copy' : 'import'} failed, and ` : ''}what is left of it cannot be used.`,
        remedy: job
          ? 'The job says why it failed.'
          : isIms
            ? 'Import the file again. IMS clears away what is left of a failed import, or it can be deleted.'
            : 'Delete it, and make it again.',
        field: null,
        code: null,
        message: null,
        httpStatus: null,
        requestId: null,
        at: updatedAt ?? readAt,
      }}
      actions={
        ways.length > 0
          ? ways.map(({ label, href }, index) => (
              <LinkButton key={href} href={href} primary={index === 0}>
                {label}
              </LinkButton>
            ))
          : null
      }
    />
  )
}
