import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startForTests, type TestSimulator } from '../client-for-tests.ts'
import { type Keys, PERMANENT, temporaryKeys } from './client-for-tests.ts'

let sim: TestSimulator
beforeAll(async () => {
  sim = await startForTests()
})
afterAll(() => sim.close())

const DIALECTS = [
  ['OBS', 'AccessKeyId', 'x-obs-'],
  ['S3 V2', 'AWSAccessKeyId', 'x-amz-'],
] as const

describe.each(DIALECTS)('a presigned URL of the dialect %s', (_, access, prefix) => {
  /** As the vendor's reference tells it: every line of what is signed, for a path and sorted sub-resources. */
  function urlOf(
    method: string,
    path: string,
    more: Record<string, string> = {},
    change: Partial<Signing> = {},
  ): string {
    const { keys = PERMANENT, seconds = 300, contentType = '' } = change
    const expires = String(Math.floor(Date.now() / 1000) + seconds)
    const query = {
      ...more,
      ...(keys.sessionToken ? { [`${prefix}security-token`]: keys.sessionToken } : {}),
    }
    const signed = Object.entries(query)
      .sort()
      .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
      .join('&')
    const toSign = `${method}\n\n${contentType}\n${expires}\n${path}${signed === '' ? '' : `?${signed}`}`
    const signature = createHmac('sha1', keys.secretAccessKey).update(toSign).digest('base64')
    const all = { ...query, [access]: keys.accessKeyId, Expires: expires, Signature: signature }
    return `${sim.obsUrl}${path}?${new URLSearchParams(all)}`
  }
  type Signing = { keys: Keys; seconds: number; contentType: string }

  test('reads and writes objects and parts', async () => {
    const read = await fetch(urlOf('GET', '/ims-image/centos70.qcow2'), { headers: { Range: 'bytes=0-3' } })
    expect([read.status, (await read.text()).slice(0, 3)]).toEqual([206, 'QFI'])
    const path = `/ims-image/signed/${prefix}object`
    expect((await fetch(urlOf('PUT', path), { method: 'PUT', body: new Uint8Array([1, 2]) })).status).toBe(
      200,
    )
    expect([...(await readFile(join(sim.dataFolder, path)))]).toEqual([1, 2])
    const begun = await (await fetch(urlOf('POST', path, { uploads: '' }), { method: 'POST' })).text()
    const uploadId = /<UploadId>(\w+)</.exec(begun)?.[1] ?? ''
    const part = urlOf('PUT', path, { partNumber: '1', uploadId })
    expect((await fetch(part, { method: 'PUT', body: new Uint8Array([3]) })).status).toBe(200)
    expect(
      (await fetch(part.replace('partNumber=1', 'partNumber=2'), { method: 'PUT', body: '' })).status,
    ).toBe(403)
  })

  test('signs Content-Type, the method and the path, and ends', async () => {
    const path = `/ims-image/signed/${prefix}typed`
    const body = new Uint8Array([1])
    const headers = { 'Content-Type': 'x/y' }
    const put = (url: string) => fetch(url, { method: 'PUT', body, headers })
    expect((await put(urlOf('PUT', path))).status).toBe(403)
    expect((await put(urlOf('PUT', path, {}, { contentType: 'x/y' }))).status).toBe(200)
    expect((await put(urlOf('GET', path, {}, { contentType: 'x/y' }))).status).toBe(403)
    expect((await fetch(urlOf('GET', path).replace('typed', 'other'))).status).toBe(403)
    expect((await fetch(urlOf('GET', path, {}, { seconds: -1 }))).status).toBe(403)
    const unknown = { ...PERMANENT, accessKeyId: 'UNKNOWN' }
    expect(await (await fetch(urlOf('GET', path, {}, { keys: unknown }))).text()).toContain(
      'InvalidAccessKeyId',
    )
  })

  test('carries the token of temporary keys', async () => {
    const keys = await temporaryKeys(sim)
    const path = '/ims-image/centos70.qcow2'
    expect((await fetch(urlOf('HEAD', path, {}, { keys }), { method: 'HEAD' })).status).toBe(200)
    const { sessionToken: _token, ...without } = keys
    expect(await (await fetch(urlOf('GET', path, {}, { keys: without }))).text()).toContain('InvalidSecurity')
  })

  test('names what the answer is to be called', async () => {
    const disposition = 'attachment; filename="disk.qcow2"'
    const reply = await fetch(
      urlOf('GET', '/ims-image/centos70.qcow2', { 'response-content-disposition': disposition }),
    )
    expect(reply.headers.get('Content-Disposition')).toBe(disposition)
    await reply.body?.cancel()
  })
})
