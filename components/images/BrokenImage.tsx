import { ErrorBox } from '@/components/elements/ErrorBox'
import { LinkButton } from '@/components/jobs/LinkButton'
import type { ImageView } from '@/lib/images/view'
import { paths } from '@/lib/navigation'

type Props = { image: ImageView }

/** IMS keeps what is left of a failed import for a while. */
export function BrokenImage({ image: { status, job, updatedAt, readAt } }: Props) {
  return (
    <ErrorBox
      error={{
        title: 'IMS could not make this image',
        cause: `Its status is ${status}: the import failed, and what is left of it cannot be used.`,
        remedy: job
          ? 'The job says why it failed.'
          : 'Import the file again. IMS clears away what is left of a failed import, or it can be deleted.',
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
        ) : (
          <LinkButton href={paths.import()}>Import image</LinkButton>
        )
      }
    />
  )
}
