import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startForTests, type TestSimulator } from '../client-for-tests.ts'
import { clientOf, failure, type Keys, PERMANENT, presignedUrl, temporaryKeys } from './client-for-tests.ts'

let sim: TestSimulator
let client: S3Client
beforeAll(async () => {
  sim = await startForTests()
  client = clientOf(sim)
})
afterAll(() => sim.close())

const Bucket = 'ims-image'
const Key = 'centos70.qcow2'
describe('signatures', () => {
  const head = (with_: S3Client) => with_.send(new GetObjectCommand({ Bucket, Key, Range: 'bytes=0-3' }))

  test('another secret, another key, no key, another region', async () => {
    await expect(head(clientOf(sim, { ...PERMANENT, secretAccessKey: 'wrong' }))).rejects.toMatchObject(
      failure(403, 'SignatureDoesNotMatch'),
    )
    await expect(head(clientOf(sim, { ...PERMANENT, accessKeyId: 'UNKNOWN' }))).rejects.toMatchObject(
      failure(403, 'InvalidAccessKeyId'),
    )
    await expect(head(clientOf(sim, PERMANENT, { region: 'eu-nl' }))).rejects.toMatchObject(
      failure(403, 'SignatureDoesNotMatch'),
    )
    const unsigned = await fetch(`${sim.obsUrl}/${Bucket}/${Key}`)
    expect(unsigned.status).toBe(403)
    expect(await unsigned.text()).toMatch(/<Code>AccessDenied<\/Code>.*<RequestId>.+<HostId>/s)
  })

  test('a clock 20 minutes off', async () => {
    const late = clientOf(sim, PERMANENT, { systemClockOffset: -20 * 60_000 })
    await expect(head(late)).rejects.toMatchObject(failure(403, 'RequestTimeTooSkewed'))
  })

  test('an advanced clock of the simulator changes nothing', async () => {
    await sim.advance(7200)
    expect((await head(client)).$metadata.httpStatusCode).toBe(206)
  })

  test('a presigned URL works without headers, until it ends', async () => {
    const presign = async (signingDate: Date) => {
      const url = await presignedUrl(sim, client, { method: 'GET', path: `/${Bucket}/${Key}`, signingDate })
      return fetch(url, { headers: { Range: 'bytes=0-3' } })
    }
    const reply = await presign(new Date())
    expect(reply.status).toBe(206)
    expect(Buffer.from(await reply.arrayBuffer()).toString('latin1')).toBe('QFI\xfb')
    expect((await presign(new Date(Date.now() - 301_000))).status).toBe(403)
  })
})

describe('temporary keys', () => {
  const make = (policy?: unknown) => temporaryKeys(sim, undefined, policy)
  const read = (keys: Keys, key = Key) =>
    clientOf(sim, keys).send(new GetObjectCommand({ Bucket, Key: key, Range: 'bytes=0-3' }))

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
    await expect(clientOf(sim, keys).send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject(
      failure(403, 'AccessDenied'),
    )
  })
})
