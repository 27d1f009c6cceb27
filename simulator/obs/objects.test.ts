import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import {
  GetBucketAclCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startForTests, type TestSimulator } from '../client-for-tests.ts'
import { clientOf, failure, PERMANENT } from './client-for-tests.ts'

let sim: TestSimulator
let client: S3Client
beforeAll(async () => {
  sim = await startForTests()
  client = clientOf(sim)
})
afterAll(() => sim.close())

const Bucket = 'ims-image'
const Key = 'centos70.qcow2'
const onDisk = () => readFile(join(sim.dataFolder, Bucket, Key))

describe('with the client of another vendor', () => {
  test('buckets', async () => {
    const { Buckets } = await client.send(new ListBucketsCommand())
    expect(Buckets?.map((bucket) => bucket.Name)).toEqual(['archive-nl', 'ims-image'])
    const own = await client.send(new HeadBucketCommand({ Bucket }))
    expect(own.BucketRegion).toBe('eu-de')
    const other = await client.send(new HeadBucketCommand({ Bucket: 'archive-nl' }))
    expect(other.BucketRegion).toBe('eu-nl')
    await expect(client.send(new HeadBucketCommand({ Bucket: 'nothing-here' }))).rejects.toMatchObject(
      failure(404),
    )
    await expect(client.send(new HeadBucketCommand({ Bucket: 'not-yours' }))).rejects.toMatchObject(
      failure(403),
    )
  })

  test('a bucket of another region tells its place and nothing else', async () => {
    await expect(client.send(new ListObjectsV2Command({ Bucket: 'archive-nl' }))).rejects.toMatchObject(
      failure(301, 'PermanentRedirect'),
    )
  })

  test('an object, its head and its ranges', async () => {
    const bytes = await onDisk()
    const head = await client.send(new HeadObjectCommand({ Bucket, Key }))
    expect(head).toMatchObject({
      ContentLength: bytes.length,
      ContentType: 'binary/octet-stream',
      AcceptRanges: 'bytes',
      ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    })
    expect(head.StorageClass).toBeUndefined()
    const read = async (Range?: string) => {
      const reply = await client.send(new GetObjectCommand({ Bucket, Key, ...(Range ? { Range } : {}) }))
      const body = Buffer.from((await reply.Body?.transformToByteArray()) ?? [])
      return { status: reply.$metadata.httpStatusCode, range: reply.ContentRange, body }
    }
    const { length } = bytes
    expect((await read()).body.equals(bytes)).toBe(true)
    const cases: [string, number, number][] = [
      ['bytes=0-3', 0, 4],
      ['bytes=65536-131071', 65536, 131072],
      ['bytes=-512', length - 512, length],
      [`bytes=${length - 10}-`, length - 10, length],
      [`bytes=${length - 10}-${length + 99}`, length - 10, length],
    ]
    for (const [range, start, end] of cases) {
      const part = await read(range)
      expect(part).toMatchObject({ status: 206, range: `bytes ${start}-${end - 1}/${length}` })
      expect(part.body.equals(bytes.subarray(start, end))).toBe(true)
    }
    for (const ignored of ['bytes=9-3', 'bytes=a-b', 'lines=1-2']) {
      expect(await read(ignored)).toMatchObject({ status: 200, range: undefined })
    }
    await expect(read(`bytes=${length}-`)).rejects.toMatchObject(failure(416, 'InvalidRange'))
  })

  test('a sparse object of 129 GB is read at its end without being loaded', async () => {
    const key = 'faulty/larger-than-128-gb.raw'
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: key }))
    expect(head.ContentLength).toBe(129 * 2 ** 30)
    const reply = await client.send(new GetObjectCommand({ Bucket, Key: key, Range: 'bytes=-1024' }))
    expect(reply.ContentLength).toBe(1024)
    await reply.Body?.transformToByteArray()
  })

  test('conditions', async () => {
    const { ETag } = await client.send(new HeadObjectCommand({ Bucket, Key }))
    const get = (more: object) => client.send(new GetObjectCommand({ Bucket, Key, ...more }))
    await expect(get({ IfNoneMatch: ETag })).rejects.toMatchObject(failure(304))
    await expect(get({ IfMatch: '"other"' })).rejects.toMatchObject(failure(412, 'PreconditionFailed'))
    await expect(get({ IfModifiedSince: new Date(Date.now() + 60_000) })).rejects.toMatchObject(failure(304))
    const same = await get({ IfMatch: ETag, Range: 'bytes=0-0' })
    await same.Body?.transformToByteArray()
    expect(same.$metadata.httpStatusCode).toBe(206)
  })

  test('unknown objects and buckets, calls left out', async () => {
    await expect(client.send(new GetObjectCommand({ Bucket, Key: 'no' }))).rejects.toMatchObject(
      failure(404, 'NoSuchKey'),
    )
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: '../x' }))).rejects.toMatchObject(
      failure(404),
    )
    await expect(client.send(new ListObjectsV2Command({ Bucket: 'no-such' }))).rejects.toMatchObject(
      failure(404, 'NoSuchBucket'),
    )
    await expect(client.send(new GetBucketAclCommand({ Bucket }))).rejects.toMatchObject(
      failure(501, 'NotImplemented'),
    )
  })

  test('virtual-host style', async () => {
    const port = new URL(sim.obsUrl).port
    const headers = { Host: `${Bucket}.localhost:${port}` }
    // Unsigned, so refused: but for the object's own bucket, which the resource names.
    const body = await new Promise<string>((done, failed) => {
      request({ host: '127.0.0.1', port, path: `/${Key}`, headers }, (reply) => {
        let text = ''
        reply.on('data', (chunk: Buffer) => {
          text += chunk.toString()
        })
        reply.on('end', () => done(text))
      })
        .on('error', failed)
        .end()
    })
    expect(body).toContain(`<Resource>/${Bucket}/${Key}</Resource>`)
    const byHost = clientOf(sim, PERMANENT, { endpoint: `http://localhost:${port}`, forcePathStyle: false })
    // Names below localhost need not resolve everywhere, so the connection is steered by hand.
    const { lookup } = await import('node:dns')
    const resolves = await new Promise((done) => lookup(`${Bucket}.localhost`, (error) => done(!error)))
    if (!resolves) return
    const head = await byHost.send(new HeadObjectCommand({ Bucket, Key }))
    expect(head.ContentLength).toBe((await onDisk()).length)
  })
})

describe('lists of objects', () => {
  test('folders fold at the delimiter, in both forms of the call', async () => {
    const v2 = await client.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' }))
    expect(v2.Contents?.map((each) => each.Key)).toEqual([
      'centos70.qcow2',
      'data-volume.qcow2',
      'debian-12-uefi.qcow2',
      'installer.iso',
    ])
    expect(v2.CommonPrefixes?.map((each) => each.Prefix)).toEqual(['build-4412/', 'fast/', 'faulty/'])
    expect(v2).toMatchObject({ IsTruncated: false, KeyCount: 7, MaxKeys: 1000 })
    const v1 = await client.send(new ListObjectsCommand({ Bucket, Prefix: 'build-4412/', Delimiter: '/' }))
    expect(v1.Contents?.map((each) => each.Key)).toEqual([
      'build-4412/debian-10-postgres.vhd',
      'build-4412/ubuntu-18.04-web.vmdk',
    ])
    expect(v1.Contents?.[0]).toMatchObject({ StorageClass: 'STANDARD', Owner: { ID: expect.any(String) } })
  })

  test('pages of both forms give every key once, in order', async () => {
    const all = (await client.send(new ListObjectsV2Command({ Bucket }))).Contents?.map((each) => each.Key)
    expect(all?.length).toBeGreaterThan(20)
    const v1: (string | undefined)[] = []
    let Marker: string | undefined
    do {
      const page = await client.send(
        new ListObjectsCommand({ Bucket, MaxKeys: 7, ...(Marker ? { Marker } : {}) }),
      )
      v1.push(...(page.Contents ?? []).map((each) => each.Key))
      Marker = page.NextMarker
    } while (Marker)
    const v2: (string | undefined)[] = []
    let ContinuationToken: string | undefined
    do {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket, MaxKeys: 7, ...(ContinuationToken ? { ContinuationToken } : {}) }),
      )
      v2.push(...(page.Contents ?? []).map((each) => each.Key))
      ContinuationToken = page.NextContinuationToken
    } while (ContinuationToken)
    expect(v1).toEqual(all)
    expect(v2).toEqual(all)
  })
})
