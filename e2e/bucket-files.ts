import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const BUCKET = 'ims-image'

export type BucketFiles = ReturnType<typeof bucketFiles>

/** Puts files of a test's own into the simulated bucket `ims-image`, as somebody else might: whole, and at any time. */
export function bucketFiles(buckets: string) {
  const made = new Set<string>()
  const pathOf = (key: string) => join(buckets, BUCKET, key)
  const make = (key: string) => {
    made.add(key)
    mkdirSync(dirname(pathOf(key)), { recursive: true })
    return pathOf(key)
  }
  return {
    write: (key: string, content: string | Uint8Array) => writeFileSync(make(key), content),
    /** Gives `key` the content of another file, whatever it held. */
    copy: (from: string, key: string) => copyFileSync(pathOf(from), make(key)),
    remove: (key: string) => rmSync(pathOf(key), { force: true }),
    /** All that were made here. */
    removeAll: () => {
      for (const key of made) rmSync(pathOf(key), { force: true })
    },
  }
}
