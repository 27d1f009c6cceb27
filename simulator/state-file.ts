import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { clockState } from './clock.ts'
import {
  corsRule,
  failureRecord,
  imageRecord,
  jobRecord,
  objectFacts,
  temporaryKey,
  tokenRecord,
  uploadRecord,
} from './records.ts'

const savedState = z.object({
  version: z.literal(1),
  seed: z.string(),
  startedAtMs: z.number(),
  sequence: z.number(),
  clock: clockState,
  images: z.array(imageRecord),
  /** Ids of images of a fresh start that were deleted. */
  deletedImages: z._default(z.array(z.string()), []),
  jobs: z.array(jobRecord),
  tokens: z.array(tokenRecord),
  temporaryKeys: z.array(temporaryKey),
  failures: z.record(z.string(), failureRecord),
  /** By `bucket/key`. */
  objectFacts: z._default(z.record(z.string(), objectFacts), {}),
  uploads: z._default(z.array(uploadRecord), []),
  cors: z._default(z.record(z.string(), z.array(corsRule)), {}),
})
export type SavedState = z.infer<typeof savedState>

/** Not a possible bucket name, so it can lie beside the buckets. */
const FILE_NAME = '.state.json'

/** The state an earlier run left in the folder, or nothing. Throws a sentence when the file is damaged. */
export function readState(folder: string): SavedState | undefined {
  const path = join(folder, FILE_NAME)
  if (!existsSync(path)) return undefined
  try {
    return savedState.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new Error(`${path} is damaged or of another version. Remove it to begin anew.`)
  }
}

/** Writes beside and renames, so that a crash leaves the old state or the new one, never half of it. */
export function writeState(folder: string, state: SavedState): void {
  const path = join(folder, FILE_NAME)
  writeFileSync(`${path}.new`, JSON.stringify(state))
  renameSync(`${path}.new`, path)
}
