import * as z from 'zod/mini'

/** What a token is good for; `none` is an unscoped one (iam.md 1). */
const scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project'), projectId: z.string() }),
  z.object({ kind: z.literal('domain') }),
  z.object({ kind: z.literal('none') }),
])
export type Scope = z.infer<typeof scope>

/** A token. The token itself is not kept, only its hash; times are milliseconds of the simulator's clock. */
export const tokenRecord = z.object({
  id: z.string(),
  hash: z.string(),
  userName: z.string(),
  scope,
  methods: z.array(z.string()),
  issuedAtMs: z.number(),
  expiresAtMs: z.number(),
  mfaAtMs: z.optional(z.number()),
  revoked: z.boolean(),
})
export type TokenRecord = z.infer<typeof tokenRecord>

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('success') }),
  z.object({ kind: z.literal('failure'), code: z.string(), reason: z.string() }),
])
export type Outcome = z.infer<typeof outcome>

export const MEMBER_STATES = ['pending', 'accepted', 'rejected'] as const

/** What a job does to the world at its end, beyond what its image's state follows from. */
const effect = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add-members'), images: z.array(z.string()), projects: z.array(z.string()) }),
  z.object({ kind: z.literal('remove-members'), images: z.array(z.string()), projects: z.array(z.string()) }),
  z.object({
    kind: z.literal('set-member'),
    images: z.array(z.string()),
    projectId: z.string(),
    status: z.enum(MEMBER_STATES),
  }),
  z.object({
    kind: z.literal('export'),
    bucket: z.string(),
    key: z.string(),
    format: z.string(),
    disk: z.object({ gigabytes: z.number(), kind: z.enum(['bios', 'uefi', 'data']) }),
  }),
])
export type Effect = z.infer<typeof effect>

/** What became of one image for one project (ims.md 4). */
const memberResult = z.object({ image_id: z.string(), project_id: z.string(), status: z.string() })
export type MemberResult = z.infer<typeof memberResult>

/**
 * A job: everything that decides what it answers at any moment. `acceptedAtMs` is a time of the clock; the others
 * are milliseconds of work time after it was accepted.
 */
export const jobRecord = z.object({
  id: z.string(),
  type: z.string(),
  projectId: z.string(),
  imageId: z.string(),
  imageName: z.string(),
  acceptedAtMs: z.number(),
  initWorkMs: z.number(),
  endWorkMs: z.number(),
  outcome,
  effect: z.optional(effect),
  /** The effect has been applied. */
  settled: z.optional(z.boolean()),
  results: z.optional(z.array(memberResult)),
})
export type JobRecord = z.infer<typeof jobRecord>

/** A project an image is shared with, and whether it took it (ims.md 11); times of the clock in milliseconds. */
const memberRecord = z.object({
  projectId: z.string(),
  status: z.enum(MEMBER_STATES),
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
})
export type MemberRecord = z.infer<typeof memberRecord>

/**
 * An image. `properties` are those of the finished image in wire form. Its status is `status` when that is given,
 * else with `jobId` it follows the job (ims.md 15), else it is active.
 */
export const imageRecord = z.object({
  id: z.string(),
  owner: z.string(),
  /** `gold` is public, `shared` one of another account's, which no user here owns. */
  kind: z.enum(['private', 'gold', 'shared']),
  createdAtMs: z.number(),
  activeAtMs: z.optional(z.number()),
  jobId: z.optional(z.string()),
  status: z.optional(z.string()),
  /** Whom it is shared with, in the order of their adding. */
  members: z.optional(z.array(memberRecord)),
  /** There since the start and made again by it: written to the state file only once it was changed. */
  first: z.optional(z.boolean()),
  /** When its properties were last changed, if ever. */
  changedAtMs: z.optional(z.number()),
  /** Whom it is shared with has changed. */
  sharingChanged: z.optional(z.boolean()),
  properties: z.record(z.string(), z.unknown()),
})
export type ImageRecord = z.infer<typeof imageRecord>

/** Temporary OBS keys (iam.md 4). */
export const temporaryKey = z.object({
  access: z.string(),
  secret: z.string(),
  securityToken: z.string(),
  expiresAtMs: z.number(),
  /** Whose keys they are. */
  userName: z._default(z.string(), 'demo'),
  statements: z.optional(
    z.array(
      z.object({
        Effect: z.enum(['Allow', 'Deny']),
        Action: z.array(z.string()),
        Resource: z.optional(z.array(z.string())),
      }),
    ),
  ),
})
export type TemporaryKey = z.infer<typeof temporaryKey>

/** Failed sign-ins of one user (iam.md 1, Lockout); times of the clock in milliseconds. */
export const failureRecord = z.object({ failedAtMs: z.array(z.number()), lockedUntilMs: z.number() })
export type FailureRecord = z.infer<typeof failureRecord>

/** What OBS knows of an object beyond its bytes; void once the file has another size or time. */
export const objectFacts = z.object({
  size: z.number(),
  modifiedAtMs: z.number(),
  etag: z.string(),
  contentType: z.optional(z.string()),
  /** `x-amz-meta-…` headers, by their whole name. */
  metadata: z.record(z.string(), z.string()),
  /** The multipart upload that made it. */
  uploadId: z.optional(z.string()),
})
export type ObjectFacts = z.infer<typeof objectFacts>

/** A multipart upload that is open (obs.md 5); its parts lie in a folder of their own, times are real time. */
export const uploadRecord = z.object({
  id: z.string(),
  bucket: z.string(),
  key: z.string(),
  initiator: z.string(),
  initiatedAtMs: z.number(),
  contentType: z.optional(z.string()),
  metadata: z.record(z.string(), z.string()),
  parts: z.array(
    z.object({ number: z.number(), etag: z.string(), size: z.number(), modifiedAtMs: z.number() }),
  ),
})
export type UploadRecord = z.infer<typeof uploadRecord>

/** One rule of a bucket's CORS configuration (obs.md 3). */
export const corsRule = z.object({
  id: z.optional(z.string()),
  origins: z.array(z.string()),
  methods: z.array(z.string()),
  headers: z.array(z.string()),
  exposed: z.array(z.string()),
  maxAgeSeconds: z.number(),
})
export type CorsRule = z.infer<typeof corsRule>
