import type { ReactNode } from 'react'
import { CopyText } from '@/components/elements/CopyText'
import type { Fact } from '@/components/elements/Facts'
import { Moment } from '@/components/elements/Moment'
import { exactBytes, formatBytes } from '@/lib/format/bytes'
import type { CloudNames } from '@/lib/images/model'
import type { ImageService, ImageView } from '@/lib/images/view'
import { architectureWords, memoryWords, typeWords } from './detail-words'
import { TagList } from './TagList'

type DetailFact = Fact & { of: keyof CloudNames }

/** By IMS; Glance changes these, and knows no import. */
const FIXED = { ims: { note: 'fixed at import' }, glance: {} } as const
const NOT_KNOWN = 'not known'

const time = (at: number | null): ReactNode => (at === null ? NOT_KNOWN : <Moment at={at} form="absolute" />)

/** The facts of an image in groups, in the order people look for them. */
export function detailGroups(
  image: ImageView,
  api: ImageService['api'],
): { title: string; facts: DetailFact[] }[] {
  return [
    { title: 'General', facts: general(image) },
    { title: 'Disk and boot', facts: diskAndBoot(image, FIXED[api]) },
    { title: 'Store', facts: inStore(image) },
  ]
}

function general(image: ImageView): DetailFact[] {
  const { ownerProjectId, enterpriseProjectId } = image
  return [
    { of: 'description', label: 'Description', value: image.description },
    { of: 'tags', label: 'Tags', value: <TagList tags={image.tags} /> },
    { of: 'kind', label: 'Type', value: typeWords(image) },
    {
      of: 'ownerProjectId',
      label: 'Owner project',
      value: ownerProjectId ? <CopyText value={ownerProjectId} label="owner project id" /> : NOT_KNOWN,
      ...(image.own ? { note: 'this project' } : {}),
    },
    {
      of: 'enterpriseProjectId',
      label: 'Enterprise project',
      value: enterpriseProjectId === '0' ? 'Default' : enterpriseProjectId,
    },
    { of: 'createdAt', label: 'Created', value: time(image.createdAt) },
    { of: 'updatedAt', label: 'Changed', value: time(image.updatedAt) },
  ]
}

function diskAndBoot(image: ImageView, fixed: { note?: string }): DetailFact[] {
  const { minDiskGb, cloudInit, multiqueue } = image
  return [
    { of: 'osVersion', label: 'Operating system', value: image.osVersion ?? NOT_KNOWN, ...fixed },
    { of: 'architecture', label: 'Architecture', value: architectureWords(image), ...fixed },
    {
      of: 'minDiskGb',
      label: 'Minimum disk',
      value: minDiskGb === null ? NOT_KNOWN : <>{minDiskGb}&nbsp;GB</>,
      ...fixed,
    },
    { of: 'bootMode', label: 'Boot mode', value: image.bootMode?.toUpperCase() },
    { of: 'memory', label: 'Memory limits', value: memoryWords(image) },
    ...(cloudInit === null
      ? []
      : [{ of: 'cloudInit' as const, label: 'cloud-init', value: cloudInit ? 'Possible' : 'Not possible' }]),
    ...(multiqueue === null
      ? []
      : [{ of: 'multiqueue' as const, label: 'Network card queues', value: multiqueue ? 'Several' : 'One' }]),
  ]
}

function inStore(image: ImageView): DetailFact[] {
  const { sizeBytes, kmsKeyId, isProtected } = image
  return [
    { of: 'diskFormat', label: 'Disk format', value: image.diskFormat?.toUpperCase() ?? NOT_KNOWN },
    {
      of: 'sizeBytes',
      label: 'Size in the image store',
      value:
        sizeBytes === null ? NOT_KNOWN : <span title={exactBytes(sizeBytes)}>{formatBytes(sizeBytes)}</span>,
    },
    {
      of: 'kmsKeyId',
      label: 'Encryption',
      value: kmsKeyId ? <CopyText value={kmsKeyId} label="KMS key id" /> : 'Not encrypted',
    },
    {
      of: 'isProtected',
      label: 'Delete protection',
      value: isProtected === null ? NOT_KNOWN : isProtected ? 'On' : 'Off',
    },
  ]
}
