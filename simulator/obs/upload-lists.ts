import { inMilliseconds } from '../clock.ts'
import type { UploadRecord } from '../records.ts'
import type { BucketCall, ObjectCall } from './call.ts'
import { obsError } from './errors.ts'
import { uploadOf } from './upload-calls.ts'
import { element, xmlAnswer } from './xml.ts'

/** The most in one page (obs.md 5). */
const PAGE_MAX = 1000
const OWNER = 'demo-account'

/** GET ?uploadId: a page of the parts that have come. */
export function listParts(call: ObjectCall): Response {
  const { target, resource, ids, bucket, key } = call
  const upload = uploadOf(call, false)
  if (upload instanceof Response) return upload
  const after = numberOf(target.query.get('part-number-marker'), 0)
  const max = numberOf(target.query.get('max-parts'), PAGE_MAX)
  if (after === undefined || max === undefined) return obsError('InvalidArgument', resource)
  const rest = upload.parts.filter((part) => part.number > after)
  const page = rest.slice(0, Math.min(max, PAGE_MAX))
  const parts = page.map(
    (part) =>
      `<Part>${element('PartNumber', part.number)}` +
      `${element('LastModified', inMilliseconds(part.modifiedAtMs))}` +
      `${element('ETag', part.etag)}${element('Size', part.size)}</Part>`,
  )
  const content =
    element('Bucket', bucket.name) +
    element('Key', key) +
    element('UploadId', upload.id) +
    persons(upload) +
    element('PartNumberMarker', after) +
    element('NextPartNumberMarker', page.at(-1)?.number ?? after) +
    element('MaxParts', Math.min(max, PAGE_MAX)) +
    element('IsTruncated', page.length < rest.length) +
    parts.join('')
  return xmlAnswer('ListPartsResult', content, ids)
}

/** GET ?uploads: a page of the bucket's open uploads, in the order of their keys. */
export function listUploads(call: BucketCall): Response {
  const { world, bucket, target, resource, ids } = call
  const { query } = target
  const max = numberOf(query.get('max-uploads'), PAGE_MAX)
  if (max === undefined) return obsError('InvalidArgument', resource)
  const prefix = query.get('prefix') ?? ''
  const afterKey = query.get('key-marker') ?? ''
  const afterId = query.get('upload-id-marker') ?? ''
  const rest = [...world.uploads.values()]
    .filter((upload) => upload.bucket === bucket.name && upload.key.startsWith(prefix))
    .sort((a, b) => compare(a.key, b.key) || a.initiatedAtMs - b.initiatedAtMs || compare(a.id, b.id))
  const place = rest.findIndex((upload) => upload.key === afterKey && upload.id === afterId)
  const from = place >= 0 ? rest.slice(place + 1) : rest.filter((each) => compare(each.key, afterKey) > 0)
  const page = from.slice(0, Math.min(max, PAGE_MAX))
  const isTruncated = page.length < from.length
  const last = isTruncated ? page.at(-1) : undefined
  const uploads = page.map(
    (upload) =>
      `<Upload>${element('Key', upload.key)}${element('UploadId', upload.id)}${persons(upload)}` +
      `${element('Initiated', inMilliseconds(upload.initiatedAtMs))}</Upload>`,
  )
  const content =
    element('Bucket', bucket.name) +
    element('KeyMarker', afterKey) +
    element('UploadIdMarker', afterId) +
    element('NextKeyMarker', last?.key) +
    element('NextUploadIdMarker', last?.id) +
    element('Prefix', prefix) +
    element('MaxUploads', Math.min(max, PAGE_MAX)) +
    element('IsTruncated', isTruncated) +
    uploads.join('')
  return xmlAnswer('ListMultipartUploadsResult', content, ids)
}

function persons(upload: UploadRecord): string {
  const initiator = `<Initiator>${element('ID', upload.initiator)}</Initiator>`
  return `${initiator}<Owner>${element('ID', OWNER)}</Owner>${element('StorageClass', 'STANDARD')}`
}

function numberOf(text: string | null, fallback: number): number | undefined {
  if (text === null || text === '') return fallback
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
