import {
  DeleteBucketCorsCommand,
  GetBucketCorsCommand,
  PutBucketCorsCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startForTests, type TestSimulator } from '../client-for-tests.ts'
import { clientOf, failure, presignedUrl, sendsMd5 } from './client-for-tests.ts'

let sim: TestSimulator
let client: S3Client
beforeAll(async () => {
  sim = await startForTests()
  client = clientOf(sim)
  sendsMd5(client)
})
afterAll(() => sim.close())
beforeEach(async () => {
  await sim.control('/reset', { body: {} })
})

const Bucket = 'ims-image'
const ORIGIN = 'https://console.example'
const RULE = {
  AllowedOrigins: [ORIGIN],
  AllowedMethods: ['GET', 'PUT', 'HEAD', 'POST'],
  AllowedHeaders: ['*'],
  ExposeHeaders: ['ETag', 'x-amz-request-id'],
  MaxAgeSeconds: 600,
}
const put = (rules: object[]) =>
  client.send(
    new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: rules as (typeof RULE)[] } }),
  )
const get = () => client.send(new GetBucketCorsCommand({ Bucket }))
const path = `/${Bucket}/cors/object`
const ask = (headers: Record<string, string>) => fetch(`${sim.obsUrl}${path}`, { method: 'OPTIONS', headers })
const preflight = (origin: string, method: string, headers?: string) =>
  ask({
    Origin: origin,
    'Access-Control-Request-Method': method,
    ...(headers === undefined ? {} : { 'Access-Control-Request-Headers': headers }),
  })

describe('the rules of a bucket', () => {
  test('are none, then what was put, then none', async () => {
    await expect(get()).rejects.toMatchObject(failure(404, 'NoSuchCORSConfiguration'))
    await put([{ ...RULE, ID: 'a' }])
    await put([RULE, { AllowedOrigins: ['*'], AllowedMethods: ['GET'] }])
    expect((await get()).CORSRules).toEqual([
      RULE,
      { AllowedOrigins: ['*'], AllowedMethods: ['GET'], MaxAgeSeconds: 3000 },
    ])
    await client.send(new DeleteBucketCorsCommand({ Bucket }))
    await expect(get()).rejects.toMatchObject(failure(404, 'NoSuchCORSConfiguration'))
  })

  test('need Content-MD5', async () => {
    const without = clientOf(sim).send(
      new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [RULE] } }),
    )
    await expect(without).rejects.toMatchObject(failure(400, 'MissingRequiredHeader'))
  })

  test.each([
    ['an unknown method', { ...RULE, AllowedMethods: ['PATCH'] }],
    ['two stars in an origin', { ...RULE, AllowedOrigins: ['https://*.*'] }],
    ['a star among exposed headers', { ...RULE, ExposeHeaders: ['*'] }],
    ['no origin', { ...RULE, AllowedOrigins: [] }],
  ])('with %s are refused', async (_, rule) => {
    await expect(put([rule])).rejects.toMatchObject(failure(400, 'InvalidRequest'))
  })

  test('are at most a hundred', async () => {
    await expect(put(Array.from({ length: 101 }, () => RULE))).rejects.toMatchObject(failure(400))
    await put(Array.from({ length: 100 }, () => RULE))
  })
})

describe('a browser', () => {
  test('is let through by a preflight that a rule fits', async () => {
    await put([RULE])
    const reply = await preflight(ORIGIN, 'PUT', 'content-type, x-amz-meta-x')
    expect(reply.status).toBe(200)
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-methods': 'GET, PUT, HEAD, POST',
      'access-control-allow-headers': 'content-type, x-amz-meta-x',
      'access-control-expose-headers': 'ETag, x-amz-request-id',
      'access-control-max-age': '600',
    })
  })

  test('is refused for another origin, method or header, and without rules', async () => {
    expect((await preflight(ORIGIN, 'PUT')).status).toBe(403)
    await put([{ ...RULE, AllowedHeaders: ['x-amz-*'] }])
    expect((await preflight(ORIGIN, 'PUT', 'X-Amz-Meta-A')).status).toBe(200)
    for (const refused of [
      await preflight('https://elsewhere.example', 'PUT'),
      await preflight(ORIGIN, 'DELETE'),
      await preflight(ORIGIN, 'PUT', 'content-type'),
    ]) {
      expect(refused.status).toBe(403)
      expect(await refused.text()).toContain('<Code>AccessForbidden</Code>')
    }
    expect((await ask({ Origin: ORIGIN })).status).toBe(400)
    expect((await ask({ 'Access-Control-Request-Method': 'PUT' })).status).toBe(400)
  })

  test('may read answers, errors too, but not those to other origins', async () => {
    await put([RULE, { AllowedOrigins: ['https://*.example.org'], AllowedMethods: ['GET'] }])
    const url = await presignedUrl(sim, client, { method: 'PUT', path })
    const send = (Origin: string) => fetch(url, { method: 'PUT', body: 'x', headers: { Origin } })
    const reply = await send(ORIGIN)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN)
    expect(reply.headers.get('Access-Control-Expose-Headers')).toContain('ETag')
    expect((await send('https://elsewhere.example')).headers.get('Access-Control-Allow-Origin')).toBeNull()
    expect((await send('https://a.example.org')).headers.get('Access-Control-Allow-Origin')).toBeNull()
    const refused = await fetch(url.replace('object', 'other'), {
      headers: { Origin: 'https://a.example.org' },
    })
    expect(refused.status).toBe(403)
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('https://a.example.org')
  })

  test('may read injected errors', async () => {
    await put([{ ...RULE, AllowedOrigins: ['*'] }])
    await sim.control('/faults', { body: { service: 'obs', method: 'PUT', status: 503 } })
    const url = await presignedUrl(sim, client, { method: 'PUT', path })
    const reply = await fetch(url, { method: 'PUT', body: 'x', headers: { Origin: ORIGIN } })
    expect(reply.status).toBe(503)
    expect(reply.headers.get('Access-Control-Allow-Origin')).toBe('*')
  })
})
