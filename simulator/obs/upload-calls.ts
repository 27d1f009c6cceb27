import type { UploadRecord } from '../records.ts'
import type { ObjectCall } from './call.ts'
import { obsError } from './errors.ts'
import { factsAsked, noSuchFile, objectRefusal } from './object-calls.ts'
import { receiveFile, receiveText } from './receive-body.ts'
import { beginUpload, endUpload, finishUpload, keepPart, type NamedPart } from './uploads.ts'
import { element, xmlAnswer } from './xml.ts'
import { childrenNamed, readXml, textOf } from './xml-reader.ts'

/** Numbers of parts (obs.md 5). */
const PART_NUMBER_MAX = 10_000

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
export function uploadOf(call: ObjectCall, needsInitiator: boolean): UploadRecord | Response {
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
