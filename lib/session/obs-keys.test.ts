import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { headBucket, listBuckets, listObjects } from '../cloud/obs/buckets.ts'
import { headObject, readObject } from '../cloud/obs/objects.ts'
import type { ActiveSession } from './current.ts'
import { withObsKeys } from './obs-keys.ts'
import { type Scene, setScene } from './scene.fixture.ts'
import { signOut } from './sign-in.ts'

let scene: Scene
let session: ActiveSession

const keyCalls = () => scene.calls('POST /v3.0/OS-CREDENTIAL/securitytokens')

beforeAll(async () => {
  scene = await setScene()
})

beforeEach(async () => {
  await scene.reset()
  session = scene.session()
})

afterEach(() => {
  vi.useRealTimers()
})

afterAll(() => scene.stop())

const buckets = () => withObsKeys(session, (access) => listBuckets(access))

describe('keys', () => {
  test('are made once for many callers at once and after one another', async () => {
    const many = await Promise.all([buckets(), buckets(), buckets()])
    expect(many[0]?.map(({ name }) => name)).toEqual(['archive-nl', 'ims-image'])
    await buckets()
    expect(await keyCalls()).toBe(1)
  })

  test('are made anew before they end, and used until then', async () => {
    await buckets()
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(Date.now() + 54 * 60_000)
    await withObsKeys(session, async () => null)
    expect(await keyCalls()).toBe(1)
    vi.setSystemTime(Date.now() + 2 * 60_000)
    await withObsKeys(session, async () => null)
    expect(await keyCalls()).toBe(2)
  })

  test('of another project are others', async () => {
    await buckets()
    await withObsKeys({ ...session, project: { id: 'f'.repeat(32), name: 'lab' } }, async () => null)
    expect(await keyCalls()).toBe(2)
  })

  test.each(['InvalidSecurity', 'InvalidAccessKeyId'])('are renewed once on %s, for all', async (code) => {
    await buckets()
    const refusal = { status: 403, body: `<Error><Code>${code}</Code></Error>` }
    await scene.fault({ method: 'GET', path: '/', ...refusal })
    expect(await buckets()).toHaveLength(2)
    expect(await keyCalls()).toBe(2)
    await scene.fault({ method: 'GET', path: '/', times: 9, ...refusal })
    await expect(buckets()).rejects.toMatchObject({ service: 'OBS', status: 403, code })
    expect(await keyCalls()).toBe(3)
  })

  test('that IAM does not give are asked for again by the next caller', async () => {
    const refusal = { service: 'iam', method: 'POST', path: '/v3.0/OS-CREDENTIAL/securitytokens' }
    await scene.fault({ ...refusal, status: 403 })
    await expect(buckets()).rejects.toMatchObject({ service: 'IAM', status: 403 })
    expect(await buckets()).toHaveLength(2)
  })

  test('go with the session', async () => {
    await buckets()
    await signOut(scene.db(), session)
    const entries = globalThis.slipwayOncePerProcess?.get('obs-keys')
    expect(JSON.stringify([...(entries as Map<string, unknown>).keys()])).not.toContain(session.id)
  })
})

describe('calls of OBS', () => {
  const using = <T>(use: Parameters<typeof withObsKeys<T>>[1]) => withObsKeys(session, use)
  const Key = 'centos70.qcow2'
  const bucket = 'ims-image'

  test('tell a bucket’s region, class and kind', async () => {
    expect(await using((access) => headBucket(access, bucket))).toEqual({
      region: 'eu-de',
      isElsewhere: false,
      storageClass: 'STANDARD',
      isFileSystem: false,
    })
    expect(await using((access) => headBucket(access, 'archive-nl'))).toMatchObject({ region: 'eu-nl' })
  })

  test('tell the region of a redirect', async () => {
    await scene.fault({
      method: 'HEAD',
      path: '/{bucket}',
      status: 301,
      headers: { 'x-amz-bucket-region': 'eu-ch2' },
    })
    expect(await using((access) => headBucket(access, bucket))).toMatchObject({ region: 'eu-ch2' })
  })

  test('fail with a status alone on HEAD, with OBS’s code and request id on GET', async () => {
    await expect(using((access) => headBucket(access, 'not-yours'))).rejects.toMatchObject({
      name: 'CloudError',
      status: 403,
      code: null,
    })
    await expect(using((access) => headBucket(access, 'nothing-here'))).rejects.toMatchObject({ status: 404 })
    const page = { bucket: 'nothing-here', prefix: '', after: null, byFolder: true }
    await expect(using((access) => listObjects(access, page))).rejects.toMatchObject({
      kind: 'answered',
      status: 404,
      code: 'NoSuchBucket',
      requestId: expect.any(String),
    })
  })

  test('page through a folder, folders and files alike', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listObjects>> = await using((access) =>
        listObjects(access, { bucket, prefix: '', after, byFolder: true, max: 2 }),
      )
      seen.push(...page.folders, ...page.objects.map(({ key }) => key))
      after = page.next
    } while (after !== null)
    expect(seen.toSorted()).toEqual([
      'build-4412/',
      'centos70.qcow2',
      'data-volume.qcow2',
      'debian-12-uefi.qcow2',
      'fast/',
      'faulty/',
      'installer.iso',
    ])
  })

  test('read a part of the object that was seen, and only of that', async () => {
    const facts = await using((access) => headObject(access, { bucket, key: Key }))
    const object = { bucket, key: Key, ...facts }
    const bytes = await using((access) => readObject(access, object, 0, 4))
    expect(Buffer.from(bytes).toString('latin1')).toBe('QFI\xfb')
    const end = await using((access) => readObject(access, object, facts.sizeBytes - 3, 100))
    expect(end).toHaveLength(3)
    const other = { ...object, etag: '"0"' }
    await expect(using((access) => readObject(access, other, 0, 4))).rejects.toMatchObject({
      status: 412,
      code: 'PreconditionFailed',
    })
  })

  test('are repeated while OBS asks to slow down, and not when it refuses', async () => {
    await scene.fault({ path: '/', status: 503, times: 2 })
    expect(await buckets()).toHaveLength(2)
    expect(await scene.calls('GET /')).toBe(3)
    await scene.fault({
      path: '/',
      status: 403,
      body: '<Error><Code>SignatureDoesNotMatch</Code></Error>',
    })
    await expect(buckets()).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' })
    expect(await scene.calls('GET /')).toBe(4)
  })

  test('end with their deadline, and with a cut connection', async () => {
    await scene.fault({ path: '/', delayMs: 5_000 })
    const slow = using((access) => listBuckets(access, { deadlineMs: 100 }))
    await expect(slow).rejects.toMatchObject({ kind: 'timeout' })
    await scene.fault({ path: '/', drop: 'before', times: 3 })
    await expect(buckets()).rejects.toMatchObject({ kind: 'interrupted' })
  })

  test('say nothing secret when they fail', async () => {
    await scene.fault({ path: '/', garble: true })
    const error = await buckets().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'CloudError', kind: 'unreadable' })
    const keys = await using(async (access) => access.keys)
    for (const secret of [keys.secret, keys.securityToken, keys.access])
      expect(JSON.stringify([error, String(error)])).not.toContain(secret)
  })
})
