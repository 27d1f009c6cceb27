import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { CopyText } from '@/components/elements/CopyText'
import { Facts } from '@/components/elements/Facts'
import { Moment } from '@/components/elements/Moment'
import { exactBytes, formatBytes } from '@/lib/format/bytes'
import type { ImageView } from '@/lib/images/view'
import { DetailGroup } from './DetailGroup'
import { architectureWords, memoryWords, typeWords } from './detail-words'
import { Folded } from './Folded'
import { TagList } from './TagList'

const FIXED = { note: 'fixed at import' }
const NOT_KNOWN = 'not known'

type Props = { image: ImageView; className?: string | undefined }

export function Details({ image, className }: Props) {
  const { sizeBytes, kmsKeyId, isProtected, ownerProjectId, enterpriseProjectId } = image
  return (
    <Card labelledBy="details" className={className}>
      <CardHeader
        id="details"
        title="Details"
        end={
          <span>
            Read <Moment at={image.readAt} />
          </span>
        }
      />
      <CardBody tight>
        <DetailGroup
          title="General"
          facts={[
            { label: 'Description', value: image.description },
            { label: 'Tags', value: <TagList tags={image.tags} /> },
            { label: 'Type', value: typeWords(image) },
            { label: 'Owner project', value: ownerProjectId ? <code>{ownerProjectId}</code> : NOT_KNOWN },
            {
              label: 'Enterprise project',
              value: enterpriseProjectId === '0' ? 'Default' : enterpriseProjectId,
            },
            {
              label: 'Created',
              value: image.createdAt === null ? NOT_KNOWN : <Moment at={image.createdAt} form="absolute" />,
            },
            {
              label: 'Changed',
              value: image.updatedAt === null ? NOT_KNOWN : <Moment at={image.updatedAt} form="absolute" />,
            },
          ]}
        />
        <DetailGroup
          title="Disk and boot"
          facts={[
            { label: 'Operating system', value: image.osVersion ?? NOT_KNOWN, ...FIXED },
            { label: 'Architecture', value: architectureWords(image) },
            {
              label: 'Minimum disk',
              value: image.minDiskGb === null ? NOT_KNOWN : <>{image.minDiskGb}&nbsp;GB</>,
              ...FIXED,
            },
            { label: 'Boot mode', value: image.bootMode?.toUpperCase() },
            { label: 'Memory limits', value: memoryWords(image) },
          ]}
        />
        <DetailGroup
          title="Store"
          facts={[
            { label: 'Disk format', value: image.diskFormat?.toUpperCase() ?? NOT_KNOWN },
            {
              label: 'Size in the image store',
              value:
                sizeBytes === null ? (
                  NOT_KNOWN
                ) : (
                  <span title={exactBytes(sizeBytes)}>{formatBytes(sizeBytes)}</span>
                ),
            },
            {
              label: 'Encryption',
              value: kmsKeyId ? <CopyText value={kmsKeyId} label="KMS key id" /> : 'Not encrypted',
            },
            {
              label: 'Delete protection',
              value: isProtected === null ? NOT_KNOWN : isProtected ? 'On' : 'Off',
            },
          ]}
        />
      </CardBody>
      <Folded title="Servers it supports" count={image.support.length}>
        {image.support.length === 0 ? (
          <p>IMS marks no kind of server.</p>
        ) : (
          <Facts facts={image.support.map((name) => ({ label: name, value: 'Supported' }))} />
        )}
      </Folded>
      <Folded title="Other properties as IMS sent them" count={image.other.length}>
        <Facts facts={image.other.map(({ name, value }) => ({ label: name, value }))} />
      </Folded>
    </Card>
  )
}
