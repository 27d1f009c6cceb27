import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const BUCKET = 'ims-image'

export type BucketFiles = ReturnType<typeof bucketFiles>

/** Files of a test's own in the simulated `ims-image`, put there as somebody else might: whole, and at any time. */
export function bucketFiles(bucketsFolder: string) {
  const made = new Set<string>()
  const place = (path: string) => {
    made.add(path)
    mkdirSync(dirname(path), { recursive: true })
    return path
  }
  const pathOf = (key: string) => join(bucketsFolder, BUCKET, key)
  return {
    write: (key: string, content: string | Uint8Array) => writeFileSync(place(pathOf(key)), content),
    /** Gives `key` the content of another file, whatever it held. */
    copy: (from: string, key: string) => copyFileSync(pathOf(from), place(pathOf(key))),
    remove: (key: string) => rmSync(pathOf(key), { force: true }),
    /** A whole bucket of the account, with empty files of these keys. */
    makeBucket: (name: string, keys: readonly string[]) => {
      const folder = place(join(bucketsFolder, name))
      mkdirSync(folder)
      for (const key of keys) writeFileSync(place(join(folder, key)), '')
    },
    /** All that was made here. */
    removeAll: () => {
      for (const path of made) rmSync(path, { recursive: true, force: true })
    },
  }
}
