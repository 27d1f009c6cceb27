import { Notice } from '@/components/elements/Notice'
import { PageHead } from '@/components/elements/PageHead'
import { LinkButton } from '@/components/jobs/LinkButton'
import { paths } from '@/lib/navigation'

type Props = { title: string; regionTitle: string }

/** In the place of a form, where the cloud has nothing to send it to. */
export function NoImports({ title, regionTitle }: Props) {
  return (
    <>
      <PageHead title={title} />
      <Notice
        shape="unknown"
        title="This cloud has no IMS, so nothing can be imported here."
        actions={
          <LinkButton href={paths.images()} primary icon="images">
            Images
          </LinkButton>
        }
      >
        <p>
          An import is a call of Open Telekom Cloud’s Image Management Service. The image service of{' '}
          {regionTitle} is OpenStack’s Glance, which cannot read a file from a bucket. Its images can be
          looked at and changed.
        </p>
      </Notice>
    </>
  )
}
