import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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

/**
 * Makes a finished draft the object of that key, so that nobody ever reads half of one. Nothing when no file can
 * have that key: one part of its path is an object itself, or a folder of other keys.
 */
export async function keepDraft(draft: string, bucket: Bucket, key: string): Promise<ObjectFile | undefined> {
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
export async function removeObject(bucket: Bucket, key: string): Promise<void> {
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
