import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { type DiskFileFormat, diskFile, EXPORT_FORMATS } from '../disk-files/disk-file.ts'
import { findBucket, objectFile } from '../obs/buckets.ts'
import { draftPath, keepObject } from '../obs/store.ts'
import type { Effect, JobRecord } from '../records.ts'
import type { World } from '../world.ts'

const GB = 2 ** 30

/**
 * Writes the object of an export that has ended: a valid file of the format, its disk as large as the image's
 * min_disk, so that it can be imported again. The job fails when the bucket is gone or the key was taken meanwhile.
 */
export async function writeExport(
  world: World,
  { bucket: name, key, format, disk }: Extract<Effect, { kind: 'export' }>,
): Promise<Partial<JobRecord>> {
  const bucket = await findBucket(world, name)
  if (!bucket) return failed('IMG.0069', `Bucket ${name} is gone.`)
  if (await objectFile(bucket, key)) return failed('IMG.0070', `There is an object ${key} by now.`)
  const draft = await draftPath(world)
  const bytes = diskFile(formatOf(format), disk.kind, disk.gigabytes * GB)
  await writeFile(draft, bytes)
  const etag = `"${createHash('md5').update(bytes).digest('hex')}"`
  const written = await keepObject(world, draft, bucket, key, { etag, metadata: {} })
  return written ? {} : failed('IMG.0071', `No object ${key} can be written.`)
}

function formatOf(text: string): DiskFileFormat {
  return EXPORT_FORMATS.find((format) => format === text) ?? 'zvhd2'
}

function failed(code: string, reason: string): Partial<JobRecord> {
  return { outcome: { kind: 'failure', code, reason } }
}
