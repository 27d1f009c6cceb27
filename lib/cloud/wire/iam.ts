/** The shapes of IAM on the wire (iam.md 1, 3), shared by the client and the simulator. */
import * as z from 'zod/mini'

const domainRef = z.union([z.object({ id: z.string() }), z.object({ name: z.string() })])

const scope = z.object({
  project: z.optional(
    z.union([z.object({ id: z.string() }), z.object({ name: z.string(), domain: z.optional(domainRef) })]),
  ),
  domain: z.optional(domainRef),
})

/** `POST /v3/auth/tokens`: methods `password`, `password` with `totp`, and `token` (re-scope). */
export const authRequest = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.array(z.string()),
      password: z.optional(
        z.object({
          user: z.object({
            id: z.optional(z.string()),
            name: z.optional(z.string()),
            password: z.string(),
            domain: z.optional(domainRef),
          }),
        }),
      ),
      totp: z.optional(
        z.object({
          user: z.object({
            id: z.optional(z.string()),
            name: z.optional(z.string()),
            passcode: z.string(),
          }),
        }),
      ),
      token: z.optional(z.object({ id: z.string() })),
    }),
    scope: z.optional(scope),
  }),
})
export type AuthRequest = z.infer<typeof authRequest>

const named = z.looseObject({ id: z.string(), name: z.string() })

/** A catalogue's entry; region and region_id may be null or `*` (iam.md 1). */
export const catalogEntry = z.looseObject({
  type: z.string(),
  name: z.optional(z.string()),
  endpoints: z.array(
    z.looseObject({
      interface: z.string(),
      region: z.nullish(z.string()),
      region_id: z.nullish(z.string()),
      url: z.string(),
    }),
  ),
})
export type CatalogEntry = z.infer<typeof catalogEntry>

/** The body that comes with a token; the token itself is in the header `X-Subject-Token`. */
export const tokenBody = z.object({
  token: z.looseObject({
    expires_at: z.string(),
    issued_at: z.optional(z.string()),
    user: z.looseObject({ id: z.string(), name: z.string(), domain: named }),
    project: z.optional(z.looseObject({ id: z.string(), name: z.string(), domain: z.optional(named) })),
    domain: z.optional(named),
    roles: z.optional(z.array(z.looseObject({ name: z.string() }))),
    catalog: z.optional(z.array(catalogEntry)),
  }),
})
export type TokenBody = z.infer<typeof tokenBody>

/** `GET /v3/auth/projects`. */
export const projectList = z.object({
  projects: z.array(z.looseObject({ id: z.string(), name: z.string(), enabled: z.optional(z.boolean()) })),
})

/** `POST /v3.0/OS-CREDENTIAL/securitytokens` with a token in the header (iam.md 4). */
export type TemporaryKeyRequest = {
  auth: { identity: { methods: ['token']; token: { duration_seconds: number } } }
}

export const temporaryKeyAnswer = z.object({
  credential: z.object({
    access: z.string(),
    secret: z.string(),
    securitytoken: z.string(),
    expires_at: z.string(),
  }),
})
