import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ObjectFacts } from '../records.ts'
import type { World } from '../world.ts'
import { type Bucket, type ObjectFile, objectFile, pathOf } from './buckets.ts'

/** Not a possible bucket name, so it can lie beside the buckets; nothing in it is an object. */
const DRAFTS = '.drafts'

/** A path for a file that is not finished, on the same disk as the buckets. */
export async function draftPath(world: World): Promise<string> {
  const folder = join(world.folder, DRAFTS)
  await mkdir(folder, { recursive: true })
  return join(folder, randomUUID())
}

export type NewFacts = Omit<ObjectFacts, 'size' | 'modifiedAtMs'>

/**
 * Makes a finished draft the object of that key, so that nobody ever reads half of one. Nothing when no file can
 * have that key: one part of its path is an object itself, or a folder of other keys.
 */
export async function keepObject(
  world: World,
  draft: string,
  bucket: Bucket,
  key: string,
  facts: NewFacts,
): Promise<ObjectFile | undefined> {
  const file = await moved(draft, bucket, key)
  if (!file) return undefined
  world.objectFacts.set(`${bucket.name}/${key}`, {
    ...facts,
    size: file.size,
    modifiedAtMs: file.modifiedAtMs,
  })
  world.changed()
  return objectFile(bucket, key)
}

async function moved(draft: string, bucket: Bucket, key: string): Promise<ObjectFile | undefined> {
  const path = pathOf(bucket, key)
  const isPossible = path !== undefined && (await isFileOrNothing(path))
  if (!isPossible) {
    await rm(draft, { force: true })
    return undefined
  }
  try {
    await mkdir(dirname(path), { recursive: true })
    await rename(draft, path)
  } catch {
    await rm(draft, { force: true })
    return undefined
  }
  return objectFile(bucket, key)
}

async function isFileOrNothing(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => undefined)
  return facts === undefined || facts.isFile()
}

/** Deletes an object, and folders that its going leaves empty. Nothing happens when there is none. */
export async function removeObject(world: World, bucket: Bucket, key: string): Promise<void> {
  if (world.objectFacts.delete(`${bucket.name}/${key}`)) world.changed()
  const file = await objectFile(bucket, key)
  if (!file) return
  await rm(file.path, { force: true })
  for (let folder = dirname(file.path); folder.length > bucket.folder.length; folder = dirname(folder)) {
    try {
      await rmdir(folder)
    } catch {
      return
    }
  }
}

/** Removes drafts that an ended process left behind. */
export async function dropDrafts(folder: string): Promise<void> {
  await rm(join(folder, DRAFTS), { recursive: true, force: true })
}
