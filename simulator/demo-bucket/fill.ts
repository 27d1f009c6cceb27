import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { DEMO_BUCKETS } from './contents.ts'

export const COPIES_FOLDER = join(import.meta.dirname, '..', 'demo-images')

const BLOCK_BYTES = 64 * 1024

/**
 * Makes the demo buckets that the folder does not have yet; one that is there is left as it is, whatever was
 * changed in it. Files are sparse: 300 GB of objects take up a few MB.
 */
export async function fillDemoBuckets(folder: string): Promise<void> {
  const copies = new Map<string, Buffer>()
  for (const [bucket, objects] of Object.entries(DEMO_BUCKETS)) {
    const place = join(folder, bucket)
    if (existsSync(place)) continue
    // Filled beside and renamed, so that a start that is cut off leaves no half-filled bucket.
    const draft = join(folder, `.${bucket}.new`)
    await rm(draft, { recursive: true, force: true })
    for (const name of Object.values(objects).flatMap((content) => content.copies)) {
      if (!copies.has(name)) copies.set(name, gunzipSync(await readFile(join(COPIES_FOLDER, `${name}.gz`))))
    }
    const copy = (name: string) => copies.get(name) ?? Buffer.alloc(0)
    for (const [key, content] of Object.entries(objects)) {
      const path = join(draft, ...key.split('/'))
      await mkdir(dirname(path), { recursive: true })
      await writeSparse(path, content.bytes(copy), content.size)
    }
    await rename(draft, place)
  }
}

async function writeSparse(path: string, bytes: Buffer, size = bytes.length): Promise<void> {
  const zeros = Buffer.alloc(BLOCK_BYTES)
  const file = await open(path, 'w')
  try {
    await file.truncate(size)
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
      const block = bytes.subarray(at, at + BLOCK_BYTES)
      if (!block.equals(zeros.subarray(0, block.length))) await file.write(block, 0, block.length, at)
    }
  } finally {
    await file.close()
  }
}
