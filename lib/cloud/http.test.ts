import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { CloudError } from './errors.ts'
import { type CloudCall, callCloud } from './http.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A cloud that answers as it is told; `calls` counts what reached it. */
async function cloud(listener: RequestListener): Promise<{ url: string; calls: () => number }> {
  let calls = 0
  const server = createServer((request, response) => {
    calls++
    listener(request, response)
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/v1/thing`, calls: () => calls }
}

const thing = z.object({ name: z.string() })

function call(url: string, more: Partial<CloudCall<{ name: string }>> = {}) {
  return callCloud({ service: 'IMS', method: 'GET', url, answer: thing, ...more })
}

async function failure(attempt: Promise<unknown>): Promise<CloudError> {
  const error: unknown = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof CloudError)) throw new Error('expected a CloudError')
  return error
}

describe('what a broken upstream becomes', () => {
  test('a body that is not JSON is unreadable, never a crash', async () => {
    const { url } = await cloud((_, response) => response.end('<html>proxy login</html>'))
    expect(await failure(call(url))).toMatchObject({ kind: 'unreadable', status: 200 })
  })

  test('an empty 200 is unreadable', async () => {
    const { url } = await cloud((_, response) => response.end())
    expect(await failure(call(url))).toMatchObject({ kind: 'unreadable', status: 200 })
  })

  test('JSON of another shape is unreadable', async () => {
    const { url } = await cloud((_, response) => response.end('{"nom":"x"}'))
    expect(await failure(call(url))).toMatchObject({ kind: 'unreadable' })
  })

  test('a 500 with HTML keeps its words and loses its tags', async () => {
    const { url } = await cloud((_, response) =>
      response.writeHead(500).end('<style>p{}</style><h1>Oops</h1> <p>core</p>'),
    )
    expect(await failure(call(url))).toMatchObject({
      kind: 'answered',
      status: 500,
      code: null,
      cloudMessage: 'Oops core',
    })
  })

  test('an error in XML gives up its code', async () => {
    const { url } = await cloud((_, response) =>
      response.writeHead(400).end('<error><code>IMG.0027</code><message>no such image</message></error>'),
    )
    expect(await failure(call(url))).toMatchObject({ status: 400, code: 'IMG.0027' })
  })

  test.each([
    ['extension API', '{"error":{"code":"IMG.0009","message":"exists"}}', 'IMG.0009', 'exists', null],
    [
      'gateway',
      '{"error_msg":"frozen","error_code":"APIGW.0306","request_id":"r1"}',
      'APIGW.0306',
      'frozen',
      'r1',
    ],
    ['Keystone', '{"error":{"code":401,"message":"wrong","title":"Unauthorized"}}', null, 'wrong', null],
    [
      'Glance',
      '{"message": "Image 7d0f is protected and cannot be deleted.<br /><br />\\n\\n\\n", "code": "403 Forbidden", "title": "Forbidden"}',
      null,
      'Image 7d0f is protected and cannot be deleted.',
      null,
    ],
  ])('the %s shape of an error is read', async (_, body, code, cloudMessage, requestId) => {
    const { url } = await cloud((_request, response) => response.writeHead(403).end(body))
    expect(await failure(call(url))).toMatchObject({ status: 403, code, cloudMessage, requestId })
  })

  test('silence ends at the deadline', async () => {
    const { url } = await cloud(() => {})
    expect(await failure(call(url, { deadlineMs: 50 }))).toMatchObject({ kind: 'timeout', status: null })
  })

  test('a connection dropped half-way through the answer is interrupted', async () => {
    const { url } = await cloud((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"na')
      response.destroy()
    })
    expect(await failure(call(url, { method: 'POST', json: {} }))).toMatchObject({ kind: 'interrupted' })
  })

  test('a closed port proves that nothing was sent', async () => {
    const { url } = await cloud(() => {})
    const closed = servers.splice(0)
    for (const server of closed) await new Promise((done) => server.close(done))
    const error = await failure(call(url, { method: 'POST', json: {} }))
    expect(error).toMatchObject({ kind: 'unreachable' })
    expect(error.provesNothingHappened).toBe(true)
  })
})

describe('repeating', () => {
  test('a read is repeated after 503 and answers in the end', async () => {
    let first = true
    const { url, calls } = await cloud((_, response) => {
      response.writeHead(first ? 503 : 200).end(first ? '' : '{"name":"x"}')
      first = false
    })
    expect((await call(url)).value).toEqual({ name: 'x' })
    expect(calls()).toBe(2)
  })

  test.each([500, 502, 503, 429])(
    'a call that creates something goes out once, also after %i',
    async (status) => {
      const { url, calls } = await cloud((_, response) => response.writeHead(status).end())
      await failure(call(url, { method: 'POST', json: {} }))
      expect(calls()).toBe(1)
    },
  )

  test('a 4xx is final at once', async () => {
    const { url, calls } = await cloud((_, response) => response.writeHead(404).end())
    await failure(call(url))
    expect(calls()).toBe(1)
  })

  test('Retry-After beyond the deadline is told at once, not waited for', async () => {
    const { url, calls } = await cloud((_, response) =>
      response.writeHead(429, { 'retry-after': '3600' }).end(),
    )
    // Waited for, this would take the ten minutes.
    expect(await failure(call(url, { deadlineMs: 600_000 }))).toMatchObject({
      status: 429,
      retryAfterSeconds: 3600,
    })
    expect(calls()).toBe(1)
  })
})

describe('what a failure proves', () => {
  test.each([
    ['answered', 400, true],
    ['answered', 429, true],
    ['answered', 500, false],
    ['answered', 502, false],
    ['timeout', null, false],
    ['interrupted', null, false],
    ['unreadable', 200, false],
    ['unreachable', null, true],
  ] as const)('%s %s: nothing happened for sure is %s', (kind, status, proof) => {
    expect(new CloudError({ service: 'IMS', kind, status }).provesNothingHappened).toBe(proof)
  })
})

describe('whether a change may have been made', () => {
  test.each([
    ['GET', 503, false],
    ['DELETE', 400, false],
    ['DELETE', 502, true],
    ['POST', 503, true],
    ['PATCH', 504, true],
  ] as const)('%s and %i: is in doubt is %s', async (method, status, isInDoubt) => {
    const { url } = await cloud((_, response) => response.writeHead(status, { 'retry-after': '3600' }).end())
    expect((await failure(call(url, { method }))).leavesUnknown).toBe(isInDoubt)
  })

  test.each([
    ['GET', false],
    ['DELETE', true],
  ] as const)('%s without an answer: is in doubt is %s', async (method, isInDoubt) => {
    const { url } = await cloud(() => {})
    expect((await failure(call(url, { method, deadlineMs: 50 }))).leavesUnknown).toBe(isInDoubt)
  })
})

test('no token reaches an error', async () => {
  const token = `MII${'x'.repeat(300)}`
  const { url } = await cloud((_, response) =>
    response.writeHead(401).end(`{"error":{"code":"x","message":"bad ${token}"}}`),
  )
  const error = await failure(call(url, { token }))
  expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toContain('MIIxxx')
})
