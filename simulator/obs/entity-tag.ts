import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ObjectFile } from './buckets.ts'

/** Larger objects carry the tag of a multipart upload, which is no MD5 of the content (obs.md 4). */
const SIMPLE_MAX_BYTES = 4 * 1024 * 1024
const PART_BYTES = 16 * 1024 * 1024

const known = new Map<string, string>()

/** The object's ETag, with its quotes: the one it was given, or of a file put there by hand one of the same form. */
export async function entityTag(file: ObjectFile): Promise<string> {
  if (file.facts) return file.facts.etag
  const version = `${file.path} ${file.size} ${file.modifiedAtMs}`
  const cached = known.get(version)
  if (cached !== undefined) return cached
  const isSimple = file.size <= SIMPLE_MAX_BYTES
  const hash = createHash('md5').update(isSimple ? await readFile(file.path) : version)
  const parts = Math.ceil(file.size / PART_BYTES)
  const tag = isSimple ? `"${hash.digest('hex')}"` : `"${hash.digest('hex')}-${parts}"`
  known.set(version, tag)
  return tag
}
