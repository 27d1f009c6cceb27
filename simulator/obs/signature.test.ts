import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { startForTests, type TestSimulator } from '../client-for-tests.ts'

let sim: TestSimulator
let client: S3Client
beforeAll(async () => {
  sim = await startForTests()
  client = clientWith(PERMANENT)
})
afterAll(() => sim.close())

type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string }
const PERMANENT: Keys = {
  accessKeyId: 'DEMOACCESSKEY0000000',
  secretAccessKey: 'demo-secret-key-of-the-simulator-00000000',
}
function clientWith(
  credentials: Keys,
  more: Partial<ConstructorParameters<typeof S3Client>[0]> = {},
): S3Client {
  return new S3Client({
    endpoint: sim.obsUrl,
    region: 'eu-de',
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 1,
    credentials,
    ...more,
  })
}
const Bucket = 'ims-image'
const Key = 'centos70.qcow2'
const failure = (status: number, name?: string) => ({
  ...(name === undefined ? {} : { name }),
  $metadata: expect.objectContaining({ httpStatusCode: status }),
})

describe('signatures', () => {
  const head = (with_: S3Client) => with_.send(new GetObjectCommand({ Bucket, Key, Range: 'bytes=0-3' }))

  test('another secret, another key, no key, another region', async () => {
    await expect(head(clientWith({ ...PERMANENT, secretAccessKey: 'wrong' }))).rejects.toMatchObject(
      failure(403, 'SignatureDoesNotMatch'),
    )
    await expect(head(clientWith({ ...PERMANENT, accessKeyId: 'UNKNOWN' }))).rejects.toMatchObject(
      failure(403, 'InvalidAccessKeyId'),
    )
    await expect(head(clientWith(PERMANENT, { region: 'eu-nl' }))).rejects.toMatchObject(
      failure(403, 'SignatureDoesNotMatch'),
    )
    const unsigned = await fetch(`${sim.obsUrl}/${Bucket}/${Key}`)
    expect(unsigned.status).toBe(403)
    expect(await unsigned.text()).toMatch(/<Code>AccessDenied<\/Code>.*<RequestId>.+<HostId>/s)
  })

  test('a clock 20 minutes off', async () => {
    const late = clientWith(PERMANENT, { systemClockOffset: -20 * 60_000 })
    await expect(head(late)).rejects.toMatchObject(failure(403, 'RequestTimeTooSkewed'))
  })

  test('an advanced clock of the simulator changes nothing', async () => {
    await sim.advance(7200)
    expect((await head(client)).$metadata.httpStatusCode).toBe(206)
  })

  test('a presigned URL works without headers, until it ends', async () => {
    const signer = await client.config.signer()
    if (!('presign' in signer) || typeof signer.presign !== 'function') throw new Error('No presigner')
    const sign = signer.presign
    const presigned = z.object({ path: z.string(), query: z.record(z.string(), z.string()) })
    const presign = async (signingDate: Date) => {
      const { hostname, port } = new URL(sim.obsUrl)
      const signed: unknown = await Reflect.apply(sign, signer, [
        {
          protocol: 'http:',
          hostname,
          port: Number(port),
          method: 'GET',
          path: `/${Bucket}/${Key}`,
          headers: { host: `${hostname}:${port}`, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
          query: {},
        },
        {
          expiresIn: 300,
          signingDate,
          unhoistableHeaders: new Set(),
          unsignableHeaders: new Set(['x-amz-content-sha256']),
        },
      ])
      const { path, query: parts } = presigned.parse(signed)
      const query = new URLSearchParams(parts)
      return fetch(`${sim.obsUrl}${path}?${query}`, { headers: { Range: 'bytes=0-3' } })
    }
    const reply = await presign(new Date())
    expect(reply.status).toBe(206)
    expect(Buffer.from(await reply.arrayBuffer()).toString('latin1')).toBe('QFI\xfb')
    expect((await presign(new Date(Date.now() - 301_000))).status).toBe(403)
  })
})

describe('temporary keys', () => {
  const make = async (policy?: unknown) => {
    const { token } = await sim.signIn()
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
  const read = (keys: Keys, key = Key) =>
    clientWith(keys).send(new GetObjectCommand({ Bucket, Key: key, Range: 'bytes=0-3' }))

  test('work with their security token, until they end by the simulator’s clock', async () => {
    const keys = await make()
    expect((await read(keys)).$metadata.httpStatusCode).toBe(206)
    const { sessionToken: _, ...without } = keys
    await expect(read(without)).rejects.toMatchObject(failure(403, 'InvalidSecurity'))
    await sim.advance(901)
    await expect(read(keys)).rejects.toMatchObject(failure(403, 'InvalidSecurity'))
  })

  test('do no more than their policy allows', async () => {
    const keys = await make({
      Version: '1.1',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['obs:object:GetObject'],
          Resource: ['obs:*:*:object:ims-image/centos*'],
        },
      ],
    })
    expect((await read(keys)).$metadata.httpStatusCode).toBe(206)
    await expect(read(keys, 'data-volume.qcow2')).rejects.toMatchObject(failure(403, 'AccessDenied'))
    await expect(clientWith(keys).send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject(
      failure(403, 'AccessDenied'),
    )
  })
})
