import { objectFile } from './buckets.ts'
import type { BucketCall, ObjectCall } from './call.ts'
import { obsError } from './errors.ts'
import { objectAnswer } from './object-answer.ts'
import { receiveFile, receiveText } from './receive-body.ts'
import { keepObject, removeObject } from './store.ts'
import { element, xmlAnswer } from './xml.ts'
import { childrenNamed, readXml, textOf } from './xml-reader.ts'

const KEY_MAX_BYTES = 1024
/** Objects in one deletion. */
const DELETED_MAX = 1000
/** Headers that would make another object than a plain Standard one. */
const OTHER_OBJECTS = [
  'x-amz-copy-source',
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-server-side-encryption',
]

/** What a request says its object is to be known by. */
export function factsAsked(call: ObjectCall): { contentType?: string; metadata: Record<string, string> } {
  const { req } = call.context
  const contentType = req.header('Content-Type')
  const metadata = Object.entries(req.header()).filter(([name]) => name.startsWith('x-amz-meta-'))
  return { ...(contentType === undefined ? {} : { contentType }), metadata: Object.fromEntries(metadata) }
}

/** Why no object of that key and kind can be made here, if so. */
export function objectRefusal(call: ObjectCall): Response | undefined {
  const { key, resource, context } = call
  if (Buffer.byteLength(key) > KEY_MAX_BYTES) return obsError('KeyTooLong', resource)
  const storageClass = context.req.header('x-amz-storage-class') ?? 'STANDARD'
  const other = OTHER_OBJECTS.find((name) => context.req.header(name) !== undefined)
  if (storageClass !== 'STANDARD' || other !== undefined || key.endsWith('/')) {
    const what = key.endsWith('/') ? 'a folder object' : (other ?? `storage class ${storageClass}`)
    return obsError('NotImplemented', resource, { detail: `The simulator does not make this: ${what}.` })
  }
  return undefined
}

export function noSuchFile(resource: string): Response {
  const detail = 'The simulator keeps objects as files, and none can have this key beside the others.'
  return obsError('InvalidArgument', resource, { detail })
}

/** PUT of an object (obs.md 4): replaces the one of that key once all of it has come. */
export async function putObject(call: ObjectCall): Promise<Response> {
  const { world, bucket, key, resource, ids } = call
  const refused = objectRefusal(call)
  if (refused) return refused
  const received = await receiveFile(call)
  if (!received.ok) return obsError(received.code, resource, received)
  const etag = `"${received.md5.toString('hex')}"`
  const kept = await keepObject(world, received.path, bucket, key, { etag, ...factsAsked(call) })
  return kept ? new Response(null, { headers: { ...ids, ETag: etag } }) : noSuchFile(resource)
}

/** Headers of the answer that a request may set (obs.md 7: they are signed like sub-resources). */
const OVERRIDES = [
  'Content-Type',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Language',
  'Cache-Control',
]

/** GET or HEAD of an object. */
export async function readObject(call: ObjectCall): Promise<Response> {
  const { bucket, key, resource, ids, context, target } = call
  const file = await objectFile(bucket, key)
  if (!file) return obsError('NoSuchKey', resource)
  const { req } = context
  const overrides = OVERRIDES.map(
    (name) => [name, target.query.get(`response-${name.toLowerCase()}`)] as const,
  )
  const asked = {
    range: req.header('Range'),
    conditions: {
      ifMatch: req.header('If-Match'),
      ifNoneMatch: req.header('If-None-Match'),
      ifModifiedSince: req.header('If-Modified-Since'),
      ifUnmodifiedSince: req.header('If-Unmodified-Since'),
    },
    overrides: Object.fromEntries(
      overrides.flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
  }
  return objectAnswer(req.method === 'HEAD' ? 'HEAD' : 'GET', file, resource, asked, ids)
}

/** DELETE of an object: 204 also when there is none (obs.md 4). */
export async function deleteObject({ world, bucket, key, ids }: ObjectCall): Promise<Response> {
  await removeObject(world, bucket, key)
  return new Response(null, { status: 204, headers: ids })
}

/** POST ?delete: several objects at once, named by XML with Content-MD5. */
export async function deleteObjects(call: BucketCall): Promise<Response> {
  const { world, bucket, resource, ids } = call
  const received = await receiveText(call, true)
  if (!received.ok) return obsError(received.code, resource, received)
  const root = readXml(received.text)
  const keys = root ? childrenNamed(root, 'Object').map((each) => textOf(each, 'Key')) : []
  const isRight = root?.name === 'Delete' && keys.length > 0 && keys.length <= DELETED_MAX
  if (!isRight || keys.some((key) => key === undefined || key === ''))
    return obsError('MalformedXML', resource)
  const isQuiet = textOf(root, 'Quiet')?.trim() === 'true'
  let answers = ''
  for (const key of keys) {
    if (key === undefined) continue
    await removeObject(world, bucket, key)
    if (!isQuiet) answers += `<Deleted>${element('Key', key)}</Deleted>`
  }
  return xmlAnswer('DeleteResult', answers, ids)
}
