import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { UploadRecord } from '../records.ts'
import type { World } from '../world.ts'
import type { Bucket, ObjectFile } from './buckets.ts'
import type { ObsErrorCode } from './errors.ts'
import type { ReceivedFile } from './receive-body.ts'
import { draftPath, keepObject } from './store.ts'

/** Not a possible bucket name; holds a folder of parts for each open upload. */
const UPLOADS = '.uploads'
/** Parts but the last: 100 KB in one of the vendor's references, 5 MB in that of this dialect (obs.md 5). */
const PART_MIN_BYTES = 5 * 1024 * 1024

/** Begins an upload; its id has 32 characters (obs.md 5). Only who begins it may send parts and finish it. */
export function beginUpload(
  world: World,
  upload: Omit<UploadRecord, 'id' | 'initiatedAtMs' | 'parts'>,
): UploadRecord {
  const begun = {
    ...upload,
    id: randomBytes(16).toString('hex').toUpperCase(),
    initiatedAtMs: Date.now(),
    parts: [],
  }
  world.uploads.set(begun.id, begun)
  world.changed()
  return begun
}

/** Keeps a part that has come, in the place of an earlier one of its number, and gives its ETag. */
export async function keepPart(
  world: World,
  uploadId: string,
  number: number,
  received: ReceivedFile,
): Promise<string | undefined> {
  const folder = join(world.folder, UPLOADS, uploadId)
  await mkdir(folder, { recursive: true })
  // Looked up after waiting: the upload may have been finished or aborted meanwhile.
  const upload = world.uploads.get(uploadId)
  if (!upload) {
    await Promise.all([rm(received.path, { force: true }), rm(folder, { recursive: true, force: true })])
    return undefined
  }
  const etag = `"${received.md5.toString('hex')}"`
  const part = { number, etag, size: received.size, modifiedAtMs: Date.now() }
  const others = upload.parts.filter((each) => each.number !== number)
  const parts = [...others, part].sort((a, b) => a.number - b.number)
  world.uploads.set(uploadId, { ...upload, parts })
  world.changed()
  await rename(received.path, join(folder, String(number)))
  return etag
}

export type NamedPart = { number: number; etag: string }
export type Finished = { ok: true; file: ObjectFile; etag: string } | { ok: false; code: ObsErrorCode }

/**
 * Makes the object of the named parts; parts that are not named are dropped (obs.md 5). Its ETag is the MD5 of the
 * parts' MD5s and their number.
 */
export async function finishUpload(
  world: World,
  bucket: Bucket,
  upload: UploadRecord,
  named: readonly NamedPart[],
): Promise<Finished> {
  const found = namedParts(upload, named)
  if (typeof found === 'string') return { ok: false, code: found }
  const folder = join(world.folder, UPLOADS, upload.id)
  const draft = await draftPath(world)
  await pipeline(async function* () {
    for (const part of found) yield* createReadStream(join(folder, String(part.number)))
  }, createWriteStream(draft))
  const sums = Buffer.concat(found.map((part) => Buffer.from(part.etag.replaceAll('"', ''), 'hex')))
  const etag = `"${createHash('md5').update(sums).digest('hex')}-${found.length}"`
  const { contentType, metadata, id: uploadId } = upload
  const facts = { etag, metadata, uploadId, ...(contentType === undefined ? {} : { contentType }) }
  const file = await keepObject(world, draft, bucket, upload.key, facts)
  if (!file) return { ok: false, code: 'InvalidArgument' }
  await endUpload(world, upload.id)
  return { ok: true, file, etag }
}

function namedParts(upload: UploadRecord, named: readonly NamedPart[]): UploadRecord['parts'] | ObsErrorCode {
  if (named.some((part, index) => index > 0 && part.number <= (named[index - 1]?.number ?? 0))) {
    return 'InvalidPartOrder'
  }
  const found = named.map(({ number, etag }) =>
    upload.parts.find((part) => part.number === number && bare(part.etag) === bare(etag)),
  )
  const parts = found.filter((part) => part !== undefined)
  if (parts.length < named.length) return 'InvalidPart'
  return parts.slice(0, -1).some((part) => part.size < PART_MIN_BYTES) ? 'EntityTooSmall' : parts
}

function bare(etag: string): string {
  return etag.trim().replaceAll('"', '').toLowerCase()
}

/** Forgets an upload and its parts. */
export async function endUpload(world: World, uploadId: string): Promise<void> {
  world.uploads.delete(uploadId)
  world.changed()
  await rm(join(world.folder, UPLOADS, uploadId), { recursive: true, force: true })
}

/** Removes parts of uploads that are known no more: after a reset, or when a process ended in between. */
export async function dropLostParts(world: World): Promise<void> {
  const folder = join(world.folder, UPLOADS)
  const ids = await readdir(folder).catch(() => [])
  const lost = ids.filter((id) => !world.uploads.has(id))
  await Promise.all(lost.map((id) => rm(join(folder, id), { recursive: true, force: true })))
}
