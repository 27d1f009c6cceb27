import { inMilliseconds } from '../clock.ts'
import type { UploadRecord } from '../records.ts'
import type { BucketCall, ObjectCall } from './call.ts'
import { obsError } from './errors.ts'
import { factsAsked, noSuchFile, objectRefusal } from './object-calls.ts'
import { receiveFile, receiveText } from './receive-body.ts'
import { beginUpload, endUpload, finishUpload, keepPart, type NamedPart } from './uploads.ts'
import { element, xmlAnswer } from './xml.ts'
import { childrenNamed, readXml, textOf } from './xml-reader.ts'

/** Numbers of parts, and the most in one page (obs.md 5). */
const PART_NUMBER_MAX = 10_000
const PAGE_MAX = 1000
const OWNER = 'demo-account'

/** POST ?uploads: begins a multipart upload. */
export function startUpload(call: ObjectCall): Response {
  const { world, bucket, key, ids, signer } = call
  const refused = objectRefusal(call)
  if (refused) return refused
  const upload = beginUpload(world, {
    bucket: bucket.name,
    key,
    initiator: signer.userName,
    ...factsAsked(call),
  })
  const content = element('Bucket', bucket.name) + element('Key', key) + element('UploadId', upload.id)
  return xmlAnswer('InitiateMultipartUploadResult', content, ids)
}

/** The open upload the call names, of this bucket and key; else, or of another user's, the error. */
function uploadOf(call: ObjectCall, needsInitiator: boolean): UploadRecord | Response {
  const { world, bucket, key, target, resource, signer } = call
  const upload = world.uploads.get(target.query.get('uploadId') ?? '')
  if (!upload || upload.bucket !== bucket.name || upload.key !== key)
    return obsError('NoSuchUpload', resource)
  if (needsInitiator && upload.initiator !== signer.userName) return obsError('AccessDenied', resource)
  return upload
}

/** PUT ?partNumber&uploadId: one part, by who began the upload. */
export async function putPart(call: ObjectCall): Promise<Response> {
  const { world, target, resource, ids } = call
  const number = Number(target.query.get('partNumber'))
  if (!Number.isInteger(number) || number < 1 || number > PART_NUMBER_MAX) {
    return obsError('InvalidArgument', resource, { detail: `A part has a number, 1 to ${PART_NUMBER_MAX}.` })
  }
  const upload = uploadOf(call, true)
  if (upload instanceof Response) return upload
  const received = await receiveFile(call)
  if (!received.ok) return obsError(received.code, resource, received)
  const etag = await keepPart(world, upload.id, number, received)
  return etag === undefined
    ? obsError('NoSuchUpload', resource)
    : new Response(null, { headers: { ...ids, ETag: etag } })
}

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

/** POST ?uploadId: finishes, by who began it. */
export async function completeUpload(call: ObjectCall): Promise<Response> {
  const { world, bucket, key, resource, ids } = call
  const upload = uploadOf(call, true)
  if (upload instanceof Response) return upload
  const received = await receiveText(call, false)
  if (!received.ok) return obsError(received.code, resource, received)
  const parts = partsIn(received.text)
  if (!parts) return obsError('MalformedXML', resource)
  const finished = await finishUpload(world, bucket, upload, parts)
  if (!finished.ok) {
    return finished.code === 'InvalidArgument' ? noSuchFile(resource) : obsError(finished.code, resource)
  }
  const location = `${world.addresses.obs}/${bucket.name}/${encodeURI(key)}`
  const content =
    element('Location', location) +
    element('Bucket', bucket.name) +
    element('Key', key) +
    element('ETag', finished.etag)
  return xmlAnswer('CompleteMultipartUploadResult', content, ids)
}

function partsIn(text: string): NamedPart[] | undefined {
  const root = readXml(text)
  if (root?.name !== 'CompleteMultipartUpload') return undefined
  const parts = childrenNamed(root, 'Part').map((part) => ({
    number: Number(textOf(part, 'PartNumber') ?? Number.NaN),
    etag: textOf(part, 'ETag') ?? '',
  }))
  const isRight = parts.length > 0 && parts.length <= PART_NUMBER_MAX
  return isRight && parts.every((part) => Number.isInteger(part.number)) ? parts : undefined
}

/** DELETE ?uploadId: drops the upload and its parts, whoever began it. */
export async function abortUpload(call: ObjectCall): Promise<Response> {
  const upload = uploadOf(call, false)
  if (upload instanceof Response) return upload
  await endUpload(call.world, upload.id)
  return new Response(null, { status: 204, headers: call.ids })
}

function numberOf(text: string | null, fallback: number): number | undefined {
  if (text === null || text === '') return fallback
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
