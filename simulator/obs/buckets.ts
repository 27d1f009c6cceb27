import { type Dirent, existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ObjectFacts } from '../records.ts'
import type { World } from '../world.ts'

export type Bucket = {
  name: string
  folder: string
  location: string
  isForbidden: boolean
  createdAtMs: number
  /** What is known of the object of a key beyond its bytes. */
  factsOf: (key: string) => ObjectFacts | undefined
}

/** An object on disk. Size is bytes as the cloud counts them, whatever the (sparse) file takes up here. */
export type ObjectFile = {
  key: string
  path: string
  size: number
  modifiedAtMs: number
  /** Absent of a file that was put there by hand. */
  facts?: ObjectFacts
}

export const NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

/** Buckets with a peculiarity; every other folder is a Standard bucket of the region that is played. */
const DUTCH_BUCKET = 'archive-nl'
const FORBIDDEN_BUCKET = 'not-yours'

export async function findBucket(world: World, name: string): Promise<Bucket | undefined> {
  if (!NAME.test(name)) return undefined
  const folder = join(world.folder, name)
  const facts = await stat(folder).catch(() => undefined)
  if (!facts?.isDirectory()) return undefined
  return {
    name,
    folder,
    location: name === DUTCH_BUCKET ? 'eu-nl' : world.options.region,
    isForbidden: name === FORBIDDEN_BUCKET,
    createdAtMs: facts.birthtimeMs || facts.mtimeMs,
    factsOf: (key) => world.objectFacts.get(`${name}/${key}`),
  }
}

/** The account's buckets, of all regions (obs.md 3). */
export async function ownBuckets(world: World): Promise<Bucket[]> {
  const names = (await readdir(world.folder)).sort()
  const buckets = await Promise.all(names.map((name) => findBucket(world, name)))
  return buckets.filter((bucket) => bucket !== undefined).filter((bucket) => !bucket.isForbidden)
}

/** The object of that key, or nothing. A key ending in `/` is a folder's own, empty object (obs.md 2). */
export async function objectFile(bucket: Bucket, key: string): Promise<ObjectFile | undefined> {
  const path = pathOf(bucket, key)
  if (path === undefined) return undefined
  const facts = await stat(path).catch(() => undefined)
  if (!facts?.isFile()) return undefined
  const file: ObjectFile = { key, path, size: facts.size, modifiedAtMs: facts.mtimeMs }
  const known = bucket.factsOf(key)
  const isOfThisFile = known?.size === file.size && known.modifiedAtMs === file.modifiedAtMs
  return isOfThisFile ? { ...file, facts: known } : file
}

/** Where a key's bytes lie. Keys that are no plain path below the bucket have no file. */
export function pathOf(bucket: Bucket, key: string): string | undefined {
  const parts = key.split('/')
  const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\0'))
  return isPlain && Buffer.byteLength(key) <= 1024 ? join(bucket.folder, ...parts) : undefined
}

/** All objects of a bucket whose key begins with the prefix, in the order of the keys' bytes (obs.md 3). */
export async function objectsOf(bucket: Bucket, prefix: string): Promise<ObjectFile[]> {
  const folderOfPrefix = prefix.slice(0, prefix.lastIndexOf('/') + 1)
  const start = folderOfPrefix === '' ? bucket.folder : pathOf(bucket, folderOfPrefix.slice(0, -1))
  if (start === undefined || !existsSync(start)) return []
  const entries = await readdir(start, { recursive: true, withFileTypes: true })
  const keys = entries.filter((entry) => entry.isFile()).map((entry) => keyOf(bucket, entry))
  const wanted = keys.filter((key) => key.startsWith(prefix))
  wanted.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const files = await Promise.all(wanted.map((key) => objectFile(bucket, key)))
  return files.filter((file) => file !== undefined)
}

function keyOf(bucket: Bucket, entry: Dirent): string {
  return join(entry.parentPath, entry.name).slice(bucket.folder.length + 1)
}
