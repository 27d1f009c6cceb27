'use client'

import dynamic from 'next/dynamic'
import { CopyText } from '@/components/elements/CopyText'
import { Notice } from '@/components/elements/Notice'
import { NotLoaded } from '@/components/elements/NotLoaded'
import type { ExportRequest } from '@/lib/cloud/job-request'
import { paths } from '@/lib/navigation'
import { LinkButton } from './LinkButton'

/** Few exports go on to another region. */
const Onward = dynamic(() => import('./Onward').then(({ Onward }) => Onward).catch(() => NotLoaded), {
  ssr: false,
})

type Props = { request: ExportRequest; title: string }

/** The file lies in the bucket: what can be done with it. */
export function Exported({ request, title }: Props) {
  const { file, onward, format, imageId } = request
  return (
    <Notice
      shape="ok"
      title={title}
      actions={<LinkButton href={paths.image(imageId)}>Open the image</LinkButton>}
    >
      <p>
        The file is <CopyText value={`${file.bucket}:${file.key}`} label="file address" />
      </p>
      {onward ? <Onward file={file} onward={onward} isQuick={format === null} /> : null}
    </Notice>
  )
}
