import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startForTests, type TestSimulator } from '../client-for-tests.ts'
import {
  beforeSigning,
  clientOf,
  failure,
  presignedUrl,
  sendsMd5,
  temporaryKeys,
} from './client-for-tests.ts'

let sim: TestSimulator
let client: S3Client
beforeAll(async () => {
  sim = await startForTests()
  client = clientOf(sim)
  sendsMd5(client)
})
afterAll(() => sim.close())

const Bucket = 'ims-image'
const md5 = (bytes: Uint8Array | string) => createHash('md5').update(bytes)
const put = (Key: string, Body: string | Uint8Array, more: object = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }))
const head = (Key: string) => client.send(new HeadObjectCommand({ Bucket, Key }))
const keysUnder = async (Prefix: string) =>
  (await client.send(new ListObjectsV2Command({ Bucket, Prefix }))).Contents?.map((each) => each.Key) ?? []
const onDisk = (key: string) => readFile(join(sim.dataFolder, Bucket, ...key.split('/')))

describe('PUT of an object', () => {
  test('makes a file, told by its MD5, type and metadata', async () => {
    const bytes = Buffer.alloc(6_000_000, 'disk')
    const made = await put('up/one.qcow2', bytes, {
      ContentType: 'application/x-qemu-disk',
      Metadata: { by: 'me' },
    })
    const ETag = `"${md5(bytes).digest('hex')}"`
    expect(made.ETag).toBe(ETag)
    expect((await onDisk('up/one.qcow2')).equals(bytes)).toBe(true)
    expect(await head('up/one.qcow2')).toMatchObject({
      ETag,
      ContentLength: bytes.length,
      ContentType: 'application/x-qemu-disk',
      Metadata: { by: 'me' },
    })
    const listed = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'up/one' }))
    expect(listed.Contents).toMatchObject([{ Key: 'up/one.qcow2', ETag, Size: bytes.length }])
  })

  test('replaces the object, and an empty one is one too', async () => {
    await put('up/again', 'first')
    await put('up/again', 'second')
    const reply = await client.send(new GetObjectCommand({ Bucket, Key: 'up/again' }))
    expect(await reply.Body?.transformToString()).toBe('second')
    await put('up/again', new Uint8Array())
    expect(await head('up/again')).toMatchObject({ ContentLength: 0 })
  })

  test('takes odd keys as they are', async () => {
    const keys = ['up/ü & <ß> "q".txt', 'up/a+b=c%20d', 'up/blank here']
    for (const key of keys) await put(key, key)
    for (const key of keys) expect((await onDisk(key)).toString()).toBe(key)
    expect(await keysUnder('up/')).toEqual(expect.arrayContaining(keys))
  })

  test('a wrong Content-MD5 or hash leaves the old object', async () => {
    await put('up/kept', 'old')
    const ContentMD5 = md5('other').digest('base64')
    await expect(put('up/kept', 'new', { ContentMD5 })).rejects.toMatchObject(failure(400, 'BadDigest'))
    await put('up/kept', 'new', { ContentMD5: md5('new').digest('base64') })
    const trailing = clientOf(sim, undefined, { requestChecksumCalculation: 'WHEN_SUPPORTED' })
    beforeSigning(trailing, ({ headers }) => {
      headers['x-amz-content-sha256'] = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'
    })
    await expect(
      trailing.send(new PutObjectCommand({ Bucket, Key: 'up/kept', Body: 'newer' })),
    ).rejects.toMatchObject(failure(400, 'XAmzContentSHA256Mismatch'))
    expect((await onDisk('up/kept')).toString()).toBe('new')
    expect(await readdir(join(sim.dataFolder, '.drafts'))).toEqual([])
  })

  test('what is no plain object, or can be no file, is refused', async () => {
    await put('up/file', 'x')
    await expect(put('up/file/below', 'x')).rejects.toMatchObject(failure(400, 'InvalidArgument'))
    await expect(put('up', 'x')).rejects.toMatchObject(failure(400, 'InvalidArgument'))
    await expect(put('x'.repeat(1025), 'x')).rejects.toMatchObject(failure(400, 'KeyTooLong'))
    await expect(put('up/cold', 'x', { StorageClass: 'GLACIER' })).rejects.toMatchObject(failure(501))
    await expect(put('up/folder/', new Uint8Array())).rejects.toMatchObject(failure(501))
    await expect(
      client.send(new PutObjectCommand({ Bucket: 'not-yours', Key: 'x', Body: 'x' })),
    ).rejects.toMatchObject(failure(403, 'AccessDenied'))
    await expect(
      client.send(new PutObjectCommand({ Bucket: 'archive-nl', Key: 'x', Body: 'x' })),
    ).rejects.toMatchObject(failure(301, 'PermanentRedirect'))
    await expect(
      client.send(new PutObjectCommand({ Bucket: 'no-such', Key: 'x', Body: 'x' })),
    ).rejects.toMatchObject(failure(404, 'NoSuchBucket'))
  })

  test('a body that breaks off leaves nothing', async () => {
    const url = new URL(await presignedUrl(sim, client, { method: 'PUT', path: `/${Bucket}/up/broken` }))
    await new Promise<void>((done, failed) => {
      const socket = connect(Number(url.port), url.hostname)
      socket.on('error', failed)
      socket.on('close', () => done())
      socket.write(
        `PUT ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Length: 100\r\n\r\nhalf`,
      )
      // The server has the head and the first bytes once it answers another call.
      void fetch(sim.obsUrl).then(() => socket.destroy(), failed)
    })
    await expect.poll(() => readdir(join(sim.dataFolder, '.drafts'))).toEqual([])
    await expect(head('up/broken')).rejects.toMatchObject(failure(404))
  })

  test('by a presigned URL, that goes for its method, key and time alone', async () => {
    const path = `/${Bucket}/up/presigned.qcow2`
    const send = (url: string, method = 'PUT', headers = {}) =>
      fetch(url, { method, body: 'from a browser', headers })
    const url = await presignedUrl(sim, client, { method: 'PUT', path })
    const reply = await send(url, 'PUT', { 'Content-Type': 'application/octet-stream' })
    expect(reply.status).toBe(200)
    expect(reply.headers.get('ETag')).toBe(`"${md5('from a browser').digest('hex')}"`)
    expect((await send(url, 'DELETE')).status).toBe(403)
    expect((await send(url.replace('presigned', 'another'))).status).toBe(403)
    expect((await send(url, 'PUT', { 'x-amz-meta-unsigned': 'x' })).status).toBe(403)
    const late = await presignedUrl(sim, client, {
      method: 'PUT',
      path,
      signingDate: new Date(Date.now() - 301_000),
    })
    expect((await send(late)).status).toBe(403)
    const temporary = clientOf(sim, await temporaryKeys(sim))
    expect((await send(await presignedUrl(sim, temporary, { method: 'PUT', path }))).status).toBe(200)
  })

  test('an imported object may be one that was uploaded', async () => {
    await put('up/import-me.qcow2', await onDisk('centos70.qcow2'))
    const { token } = await sim.signIn()
    const body = { name: 'uploaded', image_url: `${Bucket}:up/import-me.qcow2`, min_disk: 40 }
    expect((await sim.ims('/v2/cloudimages/action', { token, body })).status).toBe(200)
  })
})

describe('DELETE', () => {
  test('of an object is 204 whether it is there or not, and empties folders', async () => {
    await put('gone/a/b/c', 'x')
    for (let time = 0; time < 2; time += 1) {
      const reply = await client.send(new DeleteObjectCommand({ Bucket, Key: 'gone/a/b/c' }))
      expect(reply.$metadata.httpStatusCode).toBe(204)
    }
    expect(await keysUnder('gone/')).toEqual([])
    expect(await readdir(join(sim.dataFolder, Bucket))).not.toContain('gone')
  })

  test('of several at once needs Content-MD5, tells each, and knows no missing ones', async () => {
    const keys = ['many/one', 'many/<two> & "more"', 'many/not-there']
    await put(keys[0] ?? '', 'x')
    await put(keys[1] ?? '', 'x')
    const Delete = { Objects: keys.map((Key) => ({ Key })) }
    await expect(clientOf(sim).send(new DeleteObjectsCommand({ Bucket, Delete }))).rejects.toMatchObject(
      failure(400),
    )
    const reply = await client.send(new DeleteObjectsCommand({ Bucket, Delete }))
    expect(reply.Deleted?.map((each) => each.Key)).toEqual(keys)
    expect(reply.Errors).toBeUndefined()
    expect(await keysUnder('many/')).toEqual([])
    const quiet = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { ...Delete, Quiet: true } }))
    expect(quiet.Deleted).toBeUndefined()
  })
})

describe('buckets', () => {
  test('are made once, and deleted once they are empty', async () => {
    const own = { Bucket: 'made-here.by-tests' }
    const reply = await client.send(new CreateBucketCommand(own))
    expect(reply.Location).toBe('/made-here.by-tests')
    await expect(client.send(new CreateBucketCommand(own))).rejects.toMatchObject(
      failure(409, 'BucketAlreadyExists'),
    )
    const { Buckets } = await client.send(new ListBucketsCommand())
    expect(Buckets?.map((each) => each.Name)).toContain(own.Bucket)
    await client.send(new PutObjectCommand({ ...own, Key: 'a/b', Body: 'x' }))
    await expect(client.send(new DeleteBucketCommand(own))).rejects.toMatchObject(
      failure(409, 'BucketNotEmpty'),
    )
    await client.send(new DeleteObjectCommand({ ...own, Key: 'a/b' }))
    await client.send(new DeleteBucketCommand(own))
    await expect(client.send(new DeleteBucketCommand(own))).rejects.toMatchObject(
      failure(404, 'NoSuchBucket'),
    )
  })

  test.each(['ab', 'Upper', 'a..b', 'a.-b', '192.168.0.1', '-a-', 'x'.repeat(64)])(
    '%s is no name',
    async (name) => {
      await expect(client.send(new CreateBucketCommand({ Bucket: name }))).rejects.toMatchObject(failure(400))
    },
  )

  test('only of this region, and none that another has', async () => {
    const CreateBucketConfiguration = { LocationConstraint: 'eu-nl' as never }
    await expect(
      client.send(new CreateBucketCommand({ Bucket: 'over-there', CreateBucketConfiguration })),
    ).rejects.toMatchObject(failure(400, 'InvalidArgument'))
    await expect(client.send(new CreateBucketCommand({ Bucket: 'not-yours' }))).rejects.toMatchObject(
      failure(409, 'BucketAlreadyExists'),
    )
  })
})

test('who may only read may not write, and a policy says what keys may', async () => {
  const reader = clientOf(sim, await temporaryKeys(sim, await sim.signIn('reader')))
  const write = (with_: S3Client, Key: string) => with_.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }))
  await expect(write(reader, 'up/x')).rejects.toMatchObject(failure(403, 'AccessDenied'))
  expect(
    (await reader.send(new HeadObjectCommand({ Bucket, Key: 'centos70.qcow2' }))).ContentLength,
  ).toBeGreaterThan(0)
  const policy = {
    Version: '1.1',
    Statement: [
      { Effect: 'Allow', Action: ['obs:object:PutObject'], Resource: [`obs:*:*:object:${Bucket}/up/*`] },
    ],
  }
  const narrow = clientOf(sim, await temporaryKeys(sim, undefined, policy))
  await write(narrow, 'up/by-policy')
  await expect(write(narrow, 'elsewhere')).rejects.toMatchObject(failure(403, 'AccessDenied'))
  await expect(narrow.send(new DeleteObjectCommand({ Bucket, Key: 'up/by-policy' }))).rejects.toMatchObject(
    failure(403, 'AccessDenied'),
  )
})

test('a fault can lose the answer of a PUT that took effect', async () => {
  const body = { service: 'obs', method: 'PUT', path: '/{bucket}/{key}', drop: 'after' }
  await sim.control('/faults', { body })
  await expect(put('up/lost-answer', 'x')).rejects.toThrow()
  expect((await onDisk('up/lost-answer')).toString()).toBe('x')
})
