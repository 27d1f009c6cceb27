import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startForTests, type TestSimulator } from '../client-for-tests.ts'
import { clientOf, failure, presignedUrl, temporaryKeys } from './client-for-tests.ts'

let sim: TestSimulator
let client: S3Client
beforeAll(async () => {
  sim = await startForTests()
  client = clientOf(sim)
})
afterAll(() => sim.close())
beforeEach(async () => {
  await sim.control('/reset', { body: {} })
})

const Bucket = 'ims-image'
const MB = 1024 * 1024
const md5 = (bytes: Uint8Array) => createHash('md5').update(bytes).digest()
const bytesOf = (fill: string, length: number) => Buffer.alloc(length, fill)

async function begin(Key: string, with_ = client): Promise<string> {
  const { UploadId } = await with_.send(new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'x/y' }))
  return UploadId ?? ''
}
const send = (Key: string, UploadId: string, PartNumber: number, Body: Uint8Array, with_ = client) =>
  with_.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }))
const finish = (Key: string, UploadId: string, parts: [number, string | undefined][], with_ = client) =>
  with_.send(
    new CompleteMultipartUploadCommand({
      Bucket,
      Key,
      UploadId,
      MultipartUpload: { Parts: parts.map(([PartNumber, ETag]) => ({ PartNumber, ETag })) },
    }),
  )
const open = async () => (await client.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads ?? []

describe('a multipart upload', () => {
  test('becomes an object of its named parts only when it is finished', async () => {
    const Key = 'multi/disk.qcow2'
    const UploadId = await begin(Key)
    expect(UploadId).toMatch(/^\w{32}$/)
    const [one, two, dropped] = [bytesOf('a', 5 * MB), bytesOf('b', 1000), bytesOf('c', 10)]
    // In any order, one of them twice.
    const second = await send(Key, UploadId, 2, two)
    await send(Key, UploadId, 1, dropped)
    const first = await send(Key, UploadId, 1, one)
    await send(Key, UploadId, 7, dropped)
    expect(first.ETag).toBe(`"${md5(one).toString('hex')}"`)
    await expect(client.send(new HeadObjectCommand({ Bucket, Key }))).rejects.toMatchObject(failure(404))

    const done = await finish(Key, UploadId, [
      [1, first.ETag],
      [2, second.ETag],
    ])
    const ETag = `"${md5(Buffer.concat([md5(one), md5(two)])).toString('hex')}-2"`
    expect(done).toMatchObject({ Bucket, Key, ETag, Location: expect.stringContaining(Key) })
    expect((await readFile(join(sim.dataFolder, Bucket, Key))).equals(Buffer.concat([one, two]))).toBe(true)
    const head = await client.send(new HeadObjectCommand({ Bucket, Key }))
    expect(head).toMatchObject({ ETag, ContentType: 'x/y', ContentLength: one.length + two.length })
    const raw = await fetch(await presignedUrl(sim, client, { method: 'HEAD', path: `/${Bucket}/${Key}` }), {
      method: 'HEAD',
    })
    expect(raw.headers.get('x-obs-uploadId')).toBe(UploadId)
    await expect(finish(Key, UploadId, [[1, first.ETag]])).rejects.toMatchObject(failure(404, 'NoSuchUpload'))
    expect(await readdir(join(sim.dataFolder, '.uploads'))).toEqual([])
  })

  test('tells its parts in pages, and is among the open ones', async () => {
    const Key = 'multi/pages'
    const UploadId = await begin(Key)
    for (const number of [3, 1, 2, 10]) await send(Key, UploadId, number, bytesOf(String(number), number))
    const list = (PartNumberMarker?: string) =>
      client.send(
        new ListPartsCommand({
          Bucket,
          Key,
          UploadId,
          MaxParts: 3,
          ...(PartNumberMarker ? { PartNumberMarker } : {}),
        }),
      )
    const page = await list()
    expect(page.Parts?.map((part) => [part.PartNumber, part.Size])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
    expect(page).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '3', Initiator: { ID: 'demo' } })
    const rest = await list('3')
    expect(rest.Parts?.map((part) => part.PartNumber)).toEqual([10])
    expect(rest.IsTruncated).toBe(false)
    expect(await open()).toMatchObject([
      { Key, UploadId, Initiator: { ID: 'demo' }, Initiated: expect.any(Date) },
    ])
  })

  test('lists of open ones go on after a marker', async () => {
    for (const key of ['multi/b', 'multi/a', 'multi/b', 'other']) await begin(key)
    const seen: (string | undefined)[] = []
    let KeyMarker: string | undefined
    let UploadIdMarker: string | undefined
    do {
      const page = await client.send(
        new ListMultipartUploadsCommand({
          Bucket,
          Prefix: 'multi/',
          MaxUploads: 1,
          ...(KeyMarker ? { KeyMarker, UploadIdMarker } : {}),
        }),
      )
      seen.push(...(page.Uploads ?? []).map((each) => each.Key))
      KeyMarker = page.IsTruncated ? page.NextKeyMarker : undefined
      UploadIdMarker = page.NextUploadIdMarker
    } while (KeyMarker)
    expect(seen).toEqual(['multi/a', 'multi/b', 'multi/b'])
  })

  test('ends with its abort', async () => {
    const Key = 'multi/aborted'
    const UploadId = await begin(Key)
    await send(Key, UploadId, 1, bytesOf('a', 10))
    const abort = () => client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
    expect((await abort()).$metadata.httpStatusCode).toBe(204)
    await expect(abort()).rejects.toMatchObject(failure(404, 'NoSuchUpload'))
    await expect(send(Key, UploadId, 2, bytesOf('a', 10))).rejects.toMatchObject(failure(404, 'NoSuchUpload'))
    expect(await open()).toEqual([])
    expect(await readdir(join(sim.dataFolder, '.uploads'))).toEqual([])
  })

  test('refuses what cannot be a part or a whole, and stays open', async () => {
    const Key = 'multi/refused'
    const UploadId = await begin(Key)
    const small = await send(Key, UploadId, 1, bytesOf('a', 100))
    const last = await send(Key, UploadId, 2, bytesOf('b', 100))
    for (const number of [0, 10_001]) {
      await expect(send(Key, UploadId, number, bytesOf('c', 1))).rejects.toMatchObject(
        failure(400, 'InvalidArgument'),
      )
    }
    const wrong: [[number, string | undefined][], string][] = [
      [[[1, last.ETag]], 'InvalidPart'],
      [[[3, small.ETag]], 'InvalidPart'],
      [
        [
          [2, last.ETag],
          [1, small.ETag],
        ],
        'InvalidPartOrder',
      ],
      [
        [
          [1, small.ETag],
          [1, small.ETag],
        ],
        'InvalidPartOrder',
      ],
      [
        [
          [1, small.ETag],
          [2, last.ETag],
        ],
        'EntityTooSmall',
      ],
      [[], 'MalformedXML'],
    ]
    for (const [parts, code] of wrong) {
      await expect(finish(Key, UploadId, parts)).rejects.toMatchObject(failure(400, code))
    }
    await expect(finish('multi/other-key', UploadId, [[1, small.ETag]])).rejects.toMatchObject(
      failure(404, 'NoSuchUpload'),
    )
    await finish(Key, UploadId, [[2, last.ETag]])
  })

  test('belongs to who began it: others see and abort it, but neither send nor finish', async () => {
    const Key = 'multi/mine'
    const single = clientOf(sim, await temporaryKeys(sim, await sim.signIn('single', 'eu-de_solo')))
    const UploadId = await begin(Key, single)
    await expect(send(Key, UploadId, 1, bytesOf('a', 1))).rejects.toMatchObject(failure(403, 'AccessDenied'))
    const { ETag } = await send(Key, UploadId, 1, bytesOf('a', 1), single)
    await expect(finish(Key, UploadId, [[1, ETag]])).rejects.toMatchObject(failure(403, 'AccessDenied'))
    expect(await open()).toMatchObject([{ Initiator: { ID: 'single' } }])
    const other = clientOf(sim, await temporaryKeys(sim, await sim.signIn('single', 'eu-de_solo')))
    await send(Key, UploadId, 2, bytesOf('b', 1), other)
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))
  })

  test('takes parts by presigned URLs', async () => {
    const Key = 'multi/presigned'
    const UploadId = await begin(Key)
    const query = { partNumber: '1', uploadId: UploadId }
    const url = await presignedUrl(sim, client, { method: 'PUT', path: `/${Bucket}/${Key}`, query })
    const reply = await fetch(url, { method: 'PUT', body: 'part' })
    expect(reply.status).toBe(200)
    expect(
      (await fetch(url.replace('partNumber=1', 'partNumber=2'), { method: 'PUT', body: 'x' })).status,
    ).toBe(403)
    await finish(Key, UploadId, [[1, reply.headers.get('ETag') ?? undefined]])
    expect((await readFile(join(sim.dataFolder, Bucket, Key))).toString()).toBe('part')
  })

  test('keeps its bucket from being deleted', async () => {
    const own = { Bucket: 'with-uploads' }
    await client.send(new CreateBucketCommand(own))
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ ...own, Key: 'x' }))
    await expect(client.send(new DeleteBucketCommand(own))).rejects.toMatchObject(
      failure(409, 'BucketNotEmpty'),
    )
    await client.send(new AbortMultipartUploadCommand({ ...own, Key: 'x', UploadId }))
    await client.send(new DeleteBucketCommand(own))
  })

  test('and the ETag of its object stay over a restart', async () => {
    const data = await mkdtemp(join(tmpdir(), 'simulator-test-'))
    try {
      const first = await startForTests({ data })
      const before = clientOf(first)
      const Key = 'multi/kept'
      const UploadId = await begin(Key, before)
      const { ETag } = await send(Key, UploadId, 1, bytesOf('a', 10), before)
      await first.close()
      const second = await startForTests({ data })
      const after = clientOf(second)
      const done = await finish(Key, UploadId, [[1, ETag]], after)
      await second.close()
      const third = await startForTests({ data })
      const head = await clientOf(third).send(new HeadObjectCommand({ Bucket, Key }))
      expect(head.ETag).toBe(done.ETag)
      await third.close()
    } finally {
      await rm(data, { recursive: true })
    }
  })
})

test('faults hit the calls of uploads by their templates', async () => {
  const Key = 'multi/faulty'
  const UploadId = await begin(Key)
  const path = '/{bucket}/{key}?uploadId'
  await sim.control('/faults', { body: { service: 'obs', method: 'PUT', path, status: 503 } })
  await expect(send(Key, UploadId, 1, bytesOf('a', 1))).rejects.toMatchObject(failure(503, 'SlowDown'))
  await send(Key, UploadId, 1, bytesOf('a', 1))
  expect((await sim.control('/counters')).json).toMatchObject({
    'POST /{bucket}/{key}?uploads': 1,
    'PUT /{bucket}/{key}?uploadId': 2,
  })
})
