import { type Clock, createClock } from './clock.ts'
import type { Fault, JobFault, Quirk } from './control/faults.ts'
import { projectIdIn } from './iam/accounts.ts'
import { publicImages, sharedImages } from './ims/seed-images.ts'
import { seededImages, seededOffers } from './ims/seeded-images.ts'
import type { SimulatorOptions } from './options.ts'
import type {
  CorsRule,
  FailureRecord,
  ImageRecord,
  JobRecord,
  ObjectFacts,
  TemporaryKey,
  TokenRecord,
  UploadRecord,
} from './records.ts'
import type { SavedState } from './state-file.ts'

/** Everything the three services share. Domain functions take it and change it; HTTP never does. */
export type World = {
  readonly options: SimulatorOptions
  readonly seed: string
  readonly folder: string
  readonly clock: Clock
  /** Addresses the catalogue names; known once the ports are open. */
  addresses: { iam: string; ims: string; obs: string }
  startedAtMs: number
  /** Counts what was made. A reset does not rewind it: an id is never given twice in one life. */
  sequence: number
  readonly images: Map<string, ImageRecord>
  /** Ids of images of a fresh start that were deleted, so that a restart does not bring them back. */
  readonly deletedImages: Set<string>
  readonly jobs: Map<string, JobRecord>
  /** Ids of jobs whose effect has not been applied yet. */
  readonly unsettled: Set<string>
  /** The settling that goes on; the next waits for it. */
  settling: Promise<void>
  /** By the token's hash. */
  readonly tokens: Map<string, TokenRecord>
  readonly temporaryKeys: Map<string, TemporaryKey>
  readonly failures: Map<string, FailureRecord>
  /** By `bucket/key`. */
  readonly objectFacts: Map<string, ObjectFacts>
  readonly uploads: Map<string, UploadRecord>
  /** CORS rules by bucket. */
  readonly cors: Map<string, CorsRule[]>
  readonly counters: Map<string, number>
  /** Members of requests that the contract does not know, with how often they came. */
  readonly unknownMembers: Map<string, number>
  readonly faults: (Fault | JobFault)[]
  readonly quirks: Set<Quirk>
  /** Called after every change that should survive a restart. */
  changed: () => void
}

export function createWorld(
  options: SimulatorOptions,
  seed: string,
  folder: string,
  saved: SavedState | undefined,
): World {
  const clock = createClock(options.speed, saved?.clock)
  const world: World = {
    options,
    seed,
    folder,
    clock,
    addresses: { iam: '', ims: '', obs: '' },
    startedAtMs: saved?.startedAtMs ?? clock.now(),
    sequence: saved?.sequence ?? 0,
    images: new Map(),
    deletedImages: new Set(saved?.deletedImages),
    jobs: new Map(saved?.jobs.map((job) => [job.id, job])),
    unsettled: new Set(saved?.jobs.filter((job) => job.effect && !job.settled).map((job) => job.id)),
    settling: Promise.resolve(),
    tokens: new Map(saved?.tokens.map((token) => [token.hash, token])),
    temporaryKeys: new Map(saved?.temporaryKeys.map((key) => [key.access, key])),
    failures: new Map(Object.entries(saved?.failures ?? {})),
    objectFacts: new Map(Object.entries(saved?.objectFacts ?? {})),
    uploads: new Map(saved?.uploads.map((upload) => [upload.id, upload])),
    cors: new Map(Object.entries(saved?.cors ?? {})),
    counters: new Map(),
    unknownMembers: new Map(),
    faults: [],
    quirks: new Set(),
    changed: () => {},
  }
  addFirstImages(world)
  for (const image of saved?.images ?? []) world.images.set(image.id, image)
  for (const id of world.deletedImages) world.images.delete(id)
  return world
}

/**
 * State as after a fresh start; with `keepImages` images stay as they are, whatever made, changed or deleted them,
 * but for those still being made. Objects stay in any case, open uploads and CORS rules do not.
 */
export function resetWorld(world: World, keepImages: boolean): void {
  const now = world.clock.now()
  const kept = keepImages ? finishedImages(world, now) : []
  world.clock.reset(world.options.speed)
  world.startedAtMs = world.clock.now()
  for (const each of [
    world.images,
    ...(keepImages ? [] : [world.deletedImages]),
    world.jobs,
    world.unsettled,
    world.tokens,
    world.temporaryKeys,
    world.failures,
    world.uploads,
    world.cors,
    world.counters,
    world.unknownMembers,
    world.quirks,
  ]) {
    each.clear()
  }
  world.faults.length = 0
  addFirstImages(world)
  for (const image of kept) world.images.set(image.id, image)
  for (const id of world.deletedImages) world.images.delete(id)
  world.changed()
}

function finishedImages(world: World, now: number): ImageRecord[] {
  const finished: ImageRecord[] = []
  for (const image of world.images.values()) {
    if (isAsAtStart(image)) continue
    if (image.jobId === undefined) {
      finished.push(image)
      continue
    }
    const job = world.jobs.get(image.jobId)
    if (job?.outcome.kind !== 'success') continue
    const endMs = world.clock.whenWorkIs(world.clock.workAt(job.acceptedAtMs) + job.endWorkMs)
    if (endMs > now) continue
    const { jobId: _, ...rest } = image
    finished.push({ ...rest, activeAtMs: endMs })
  }
  return finished
}

function isAsAtStart(image: ImageRecord): boolean {
  return image.first === true && image.changedAtMs === undefined && image.sharingChanged !== true
}

function addFirstImages(world: World): void {
  const { seed, startedAtMs, options, images } = world
  for (const image of [
    ...publicImages(startedAtMs),
    ...sharedImages(startedAtMs, projectIdIn(options.region, 'demo')),
    ...seededOffers(options.images, seed, startedAtMs, options.region),
    ...seededImages(options.images, seed, startedAtMs, options.region),
  ]) {
    images.set(image.id, image)
  }
}

/**
 * What is written to the state file. Images as a fresh start makes them are left out, for the seed makes them
 * again.
 */
export function savedStateOf(world: World): SavedState {
  return {
    version: 1,
    seed: world.seed,
    startedAtMs: world.startedAtMs,
    sequence: world.sequence,
    clock: world.clock.state(),
    images: [...world.images.values()].filter((image) => !isAsAtStart(image)),
    deletedImages: [...world.deletedImages],
    jobs: [...world.jobs.values()],
    tokens: [...world.tokens.values()],
    temporaryKeys: [...world.temporaryKeys.values()],
    failures: Object.fromEntries(world.failures),
    objectFacts: Object.fromEntries(world.objectFacts),
    uploads: [...world.uploads.values()],
    cors: Object.fromEntries(world.cors),
  }
}

export function countUnknown(world: World, call: string, members: Iterable<string>): void {
  for (const member of members) {
    const key = `${call} ${member}`
    world.unknownMembers.set(key, (world.unknownMembers.get(key) ?? 0) + 1)
  }
}
