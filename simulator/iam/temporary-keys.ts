import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import { inMicroseconds } from '../clock.ts'
import type { TemporaryKey } from '../records.ts'
import type { World } from '../world.ts'

/** `POST /v3.0/OS-CREDENTIAL/securitytokens` with a token (iam.md 4). */
export const temporaryKeyRequest = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.array(z.string()),
      token: z.optional(z.object({ id: z.optional(z.string()), duration_seconds: z.optional(z.int()) })),
      policy: z.optional(
        z.object({
          Version: z.literal('1.1'),
          Statement: z.array(
            z.object({
              Effect: z.enum(['Allow', 'Deny']),
              Action: z.array(z.string()),
              Resource: z.optional(z.array(z.string())),
            }),
          ),
        }),
      ),
    }),
  }),
})
export type TemporaryKeyRequest = z.infer<typeof temporaryKeyRequest>

const DURATION_SECONDS = { min: 900, max: 86_400, default: 900 }

/** Makes keys that live on their own, whatever becomes of the token (iam.md 4, inferred). */
export function makeTemporaryKey(world: World, userName: string, request: TemporaryKeyRequest) {
  const { token, policy } = request.auth.identity
  const seconds = token?.duration_seconds ?? DURATION_SECONDS.default
  if (seconds < DURATION_SECONDS.min || seconds > DURATION_SECONDS.max) return undefined
  const key: TemporaryKey = {
    access: `TMP${randomBytes(9).toString('hex').slice(0, 17).toUpperCase()}`,
    secret: randomBytes(20).toString('hex'),
    securityToken: `gAAAAABk${randomBytes(420).toString('base64url')}`,
    expiresAtMs: world.clock.now() + seconds * 1000,
    userName,
  }
  if (policy) key.statements = policy.Statement
  world.temporaryKeys.set(key.access, key)
  world.changed()
  return {
    credential: {
      access: key.access,
      secret: key.secret,
      securitytoken: key.securityToken,
      expires_at: inMicroseconds(key.expiresAtMs),
    },
  }
}
