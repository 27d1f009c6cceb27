import { CopyText } from '@/components/elements/CopyText'
import { Notice } from '@/components/elements/Notice'
import type { ExportRequest } from '@/lib/cloud/job-request'
import { paths } from '@/lib/navigation'
import { LinkButton } from './LinkButton'

type Props = { request: ExportRequest; title: string }

/** The file lies in the bucket: what can be done with it. */
export function Exported({ request, title }: Props) {
  const address = `${request.file.bucket}:${request.file.key}`
  return (
    <Notice
      shape="ok"
      title={title}
      actions={<LinkButton href={paths.image(request.imageId)}>Open the image</LinkButton>}
    >
      <p>
        The file is <CopyText value={address} label="file address" />
      </p>
    </Notice>
  )
}
