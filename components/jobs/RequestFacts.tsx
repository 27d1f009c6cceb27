import Link from 'next/link'
import { CopyText } from '@/components/elements/CopyText'
import { type Fact, Facts } from '@/components/elements/Facts'
import { Moment } from '@/components/elements/Moment'
import { TagList } from '@/components/images/TagList'
import type { ImportRequest, SystemDiskImport } from '@/lib/cloud/import-request'
import type { CopyRequest, ExportRequest, JobRequest } from '@/lib/cloud/job-request'
import type { JobView } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import { UnknownRequest } from './UnknownRequest'

const MADE_FOR = {
  'cloud-server': 'Cloud server',
  'bare-metal-server': 'Bare-metal server',
  'iso-installer': 'ISO installer',
} as const satisfies Record<SystemDiskImport['madeFor'], string>

const onOff = (on: boolean) => (on ? 'On' : 'Off')

type Props = { job: JobView }

/** What was asked for, in the words of the form. What was left at its default and does nothing is left out. */
export function RequestFacts({ job }: Props) {
  const { request } = job
  if (!request) return <UnknownRequest job={job} />
  return <Facts facts={[...sentFacts(request), startedBy(job)]} />
}

function sentFacts(request: JobRequest): Fact[] {
  if (request.kind === 'export') return exportFacts(request)
  return request.kind === 'copy' ? copyFacts(request) : importFacts(request)
}

function startedBy(job: JobView): Fact {
  return {
    label: 'Started by',
    value: (
      <>
        {job.startedBy}, <Moment at={job.submittedAt} form="absolute" />
      </>
    ),
  }
}

const ofImage = ({ imageId, imageName }: ExportRequest | CopyRequest): Fact => ({
  label: 'Image',
  value: <Link href={paths.image(imageId)}>{imageName}</Link>,
})

function exportFacts(request: ExportRequest): Fact[] {
  return [
    ofImage(request),
    { label: 'File to write', value: <CopyText value={addressOf(request.file)} label="file address" /> },
    { label: 'Format', value: request.format?.toUpperCase() ?? 'ZVHD2, by quick export' },
  ]
}

function copyFacts(request: CopyRequest): Fact[] {
  return [
    ofImage(request),
    { label: 'New image', value: request.name },
    { label: 'Description', value: request.description },
    { label: 'Encryption', value: request.kmsKeyId ? <code>{request.kmsKeyId}</code> : 'Not encrypted' },
    ...(request.enterpriseProjectId
      ? [{ label: 'Enterprise project', value: <code>{request.enterpriseProjectId}</code> }]
      : []),
  ]
}

function importFacts(request: ImportRequest): Fact[] {
  return [
    { label: 'Image file', value: <CopyText value={addressOf(request.file)} label="image file address" /> },
    { label: 'Image name', value: request.name },
    { label: 'Image type', value: request.kind === 'system' ? 'System disk' : 'Data disk' },
    ...(request.kind === 'system' ? systemFacts(request) : [{ label: 'OS type', value: request.osType }]),
    { label: 'Minimum disk', value: <span className="num">{request.minDiskGb}&nbsp;GB</span> },
    { label: 'Description', value: request.description },
    {
      label: 'Tags',
      value: (
        <TagList tags={request.tags.map(({ key, value }) => (value === null ? key : `${key}.${value}`))} />
      ),
    },
    ...(request.quickImport ? [{ label: 'Quick import', value: 'On' }] : []),
    ...(request.kmsKeyId ? [{ label: 'KMS key', value: <code>{request.kmsKeyId}</code> }] : []),
    ...(request.enterpriseProjectId
      ? [{ label: 'Enterprise project', value: <code>{request.enterpriseProjectId}</code> }]
      : []),
  ]
}

function systemFacts(request: SystemDiskImport): Fact[] {
  const memory = [
    request.minRamMb === null ? null : `at least ${request.minRamMb}\u00a0MB`,
    request.maxRamMb === null ? null : `at most ${request.maxRamMb}\u00a0MB`,
  ].filter((limit) => limit !== null)
  return [
    { label: 'Operating system', value: request.osVersion ?? 'Left to IMS, which looks into the file' },
    { label: 'Boot mode', value: request.bootMode.toUpperCase() },
    { label: 'Automatic configuration', value: onOff(request.automaticConfiguration) },
    ...(request.madeFor === 'cloud-server' ? [] : [{ label: 'Made for', value: MADE_FOR[request.madeFor] }]),
    ...(request.architecture === 'arm' ? [{ label: 'Architecture', value: 'Arm' }] : []),
    ...(memory.length > 0 ? [{ label: 'Memory', value: memory.join(', ') }] : []),
    ...(request.initialConfigurationDone ? [{ label: 'Initial configuration', value: 'Done' }] : []),
  ]
}

function addressOf({ bucket, key }: { bucket: string; key: string }): string {
  return `${bucket}:${key}`
}
