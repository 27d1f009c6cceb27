import { ErrorBox } from '@/components/elements/ErrorBox'
import { LinkButton } from '@/components/jobs/LinkButton'
import type { ImageService, ImageView } from '@/lib/images/view'
import { paths } from '@/lib/navigation'

type Props = { image: ImageView; api: ImageService['api'] }

/** IMS keeps what is left of a failed import for a while. */
export function BrokenImage({ image: { status, job, updatedAt, readAt }, api }: Props) {
  const isIms = api === 'ims'
  return (
    <ErrorBox
      error={{
        title: `${isIms ? 'IMS' : 'Glance'} could not make this image`,
        cause: `Its status is ${status}: ${isIms ? 'the import failed, and ' : ''}what is left of it cannot be used.`,
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
        job ? (
          <>
            <LinkButton href={paths.importAgain(job.id)} primary>
              Fix and import again
            </LinkButton>
            <LinkButton href={paths.job(job.id)}>Open the job</LinkButton>
          </>
        ) : isIms ? (
          <LinkButton href={paths.import()}>Import image</LinkButton>
        ) : null
      }
    />
  )
}
