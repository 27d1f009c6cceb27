import { createHash } from 'node:crypto'
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { expect } from 'vitest'
import * as z from 'zod/mini'
import type { Session, TestSimulator } from '../client-for-tests.ts'

export type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }
export const PERMANENT: Keys = {
  accessKeyId: 'DEMOACCESSKEY0000000',
  secretAccessKey: 'demo-secret-key-of-the-simulator-00000000',
}

/** The vendor-neutral client as the console sets it up (obs.md 1). */
export function clientOf(sim: TestSimulator, keys = PERMANENT, more: Partial<S3ClientConfig> = {}): S3Client {
  return new S3Client({
    endpoint: sim.obsUrl,
    region: 'eu-de',
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 1,
    credentials: keys,
    ...more,
  })
}

/** Temporary keys of a user, with a policy or without. */
export async function temporaryKeys(
  sim: TestSimulator,
  of: Session | undefined = undefined,
  policy?: unknown,
): Promise<Keys> {
  const { token } = of ?? (await sim.signIn())
  const reply = await sim.iam('/v3.0/OS-CREDENTIAL/securitytokens', {
    token,
    body: { auth: { identity: { methods: ['token'], ...(policy === undefined ? {} : { policy }) } } },
  })
  const key = z.object({ access: z.string(), secret: z.string(), securitytoken: z.string() })
  const { credential } = z.object({ credential: key }).parse(reply.json)
  return {
    accessKeyId: credential.access,
    secretAccessKey: credential.secret,
    sessionToken: credential.securitytoken,
  }
}

/** What the client throws for an answer of that status and code. */
export const failure = (status: number, name?: string) => ({
  ...(name === undefined ? {} : { name }),
  $metadata: expect.objectContaining({ httpStatusCode: status }),
})

const presigned = z.object({ path: z.string(), query: z.record(z.string(), z.string()) })

/** A presigned V4 URL made by the client's own signer, valid for 300 s from `signingDate` on. */
export async function presignedUrl(
  sim: TestSimulator,
  client: S3Client,
  call: { method: string; path: string; query?: Record<string, string>; signingDate?: Date },
): Promise<string> {
  const signer = await client.config.signer()
  if (!('presign' in signer) || typeof signer.presign !== 'function') throw new Error('No presigner')
  const { hostname, port } = new URL(sim.obsUrl)
  const signed: unknown = await Reflect.apply(signer.presign, signer, [
    {
      protocol: 'http:',
      hostname,
      port: Number(port),
      method: call.method,
      path: call.path,
      headers: { host: `${hostname}:${port}`, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
      query: call.query ?? {},
    },
    {
      expiresIn: 300,
      signingDate: call.signingDate ?? new Date(),
      unhoistableHeaders: new Set(),
      unsignableHeaders: new Set(['x-amz-content-sha256']),
    },
  ])
  const { path, query } = presigned.parse(signed)
  return `${sim.obsUrl}${path}?${new URLSearchParams(query)}`
}

type SentRequest = { headers: Record<string, string>; body?: unknown }

function isRequest(value: unknown): value is SentRequest {
  return typeof value === 'object' && value !== null && 'headers' in value
}

/** Lets a test change each request before it is signed. */
export function beforeSigning(client: S3Client, change: (request: SentRequest) => void): void {
  client.middlewareStack.add(
    (next) => (args) => {
      if (isRequest(args.request)) change(args.request)
      return next(args)
    },
    { step: 'build', priority: 'low' },
  )
}

/** Makes the client send Content-MD5 with every body of XML, which OBS asks for and the client would not (obs.md 1). */
export function sendsMd5(client: S3Client): void {
  beforeSigning(client, (request) => {
    if (typeof request.body !== 'string' || !request.body.startsWith('<?xml')) return
    request.headers['content-md5'] = createHash('md5').update(request.body).digest('base64')
  })
}
