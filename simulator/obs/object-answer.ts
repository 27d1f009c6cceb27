import { open } from 'node:fs/promises'
import type { ObjectFile } from './buckets.ts'
import { entityTag } from './entity-tag.ts'
import { obsError } from './errors.ts'
import { readRange } from './range.ts'

type Conditions = {
  ifMatch?: string | undefined
  ifNoneMatch?: string | undefined
  ifModifiedSince?: string | undefined
  ifUnmodifiedSince?: string | undefined
}

/** HEAD or GET of an object (obs.md 4): streamed, ranges and conditions heeded, If-Range not supported. */
export async function objectAnswer(
  method: 'HEAD' | 'GET',
  file: ObjectFile,
  resource: string,
  asked: { range: string | undefined; conditions: Conditions; overrides: Record<string, string> },
  common: Record<string, string>,
): Promise<Response> {
  const tag = await entityTag(file)
  const headers = {
    ...common,
    ETag: tag,
    'Last-Modified': new Date(file.modifiedAtMs).toUTCString(),
    'Accept-Ranges': 'bytes',
    ...file.facts?.metadata,
    ...(file.facts?.uploadId === undefined ? {} : { 'x-obs-uploadId': file.facts.uploadId }),
  }
  const refused = failedCondition(asked.conditions, tag, file)
  if (refused === 304) return new Response(null, { status: 304, headers })
  if (refused === 412) return obsError('PreconditionFailed', resource)

  const range = readRange(asked.range, file.size)
  if (range.kind === 'several') {
    return obsError('NotImplemented', resource, { detail: 'Several ranges at once are not simulated.' })
  }
  if (range.kind === 'beyond') {
    return obsError('InvalidRange', resource, { headers: { 'Content-Range': `bytes */${file.size}` } })
  }
  const start = range.kind === 'part' ? range.start : 0
  const end = range.kind === 'part' ? range.end : file.size - 1
  const length = end - start + 1
  return new Response(method === 'HEAD' || length === 0 ? null : await bodyOf(file.path, start, end), {
    status: range.kind === 'part' ? 206 : 200,
    headers: {
      ...headers,
      'Content-Type': file.facts?.contentType ?? 'binary/octet-stream',
      ...asked.overrides,
      'Content-Length': String(length),
      ...(range.kind === 'part' ? { 'Content-Range': `bytes ${start}-${end}/${file.size}` } : {}),
    },
  })
}

const CHUNK_BYTES = 256 * 1024

/** The bytes `start` to `end` of a file, read only as fast as they are taken. */
async function bodyOf(path: string, start: number, end: number): Promise<ReadableStream<Uint8Array>> {
  const handle = await open(path)
  let at = start
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const buffer = new Uint8Array(Math.min(CHUNK_BYTES, end - at + 1))
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, at)
        at += bytesRead
        if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
        if (bytesRead === 0 || at > end) {
          await handle.close()
          controller.close()
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 0 },
  )
}

function failedCondition(asked: Conditions, tag: string, file: ObjectFile): 304 | 412 | undefined {
  const names = (header: string) => header === '*' || header.split(',').some((each) => each.trim() === tag)
  const seconds = Math.floor(file.modifiedAtMs / 1000) * 1000
  if (asked.ifMatch !== undefined && !names(asked.ifMatch)) return 412
  if (asked.ifUnmodifiedSince !== undefined && seconds > Date.parse(asked.ifUnmodifiedSince)) return 412
  if (asked.ifNoneMatch !== undefined) return names(asked.ifNoneMatch) ? 304 : undefined
  if (asked.ifModifiedSince !== undefined && seconds <= Date.parse(asked.ifModifiedSince)) return 304
  return undefined
}
