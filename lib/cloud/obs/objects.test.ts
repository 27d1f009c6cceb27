/** Against a server that does what the simulator never does. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { ObsAccess } from './client.ts'
import { headObject, readObject } from './objects.ts'

let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((done) => server?.close(done))
})

async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<ObsAccess> {
  const listening = createServer(answer)
  server = listening
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done))
  const address = listening.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    obsUrl: `http://127.0.0.1:${port}`,
    regionName: 'eu-de',
    keys: { access: 'AK', secret: 'SK', securityToken: 'TOKEN', expiresAt: Date.now() + 3_600_000 },
  }
}

const SIZE = 100 * 1024 ** 3
const file = { bucket: 'ims-image', key: 'a/b c.raw', etag: '"1"', sizeBytes: SIZE }

describe('a part of an object', () => {
  test('is asked for by range, version and signature, and with the key’s own signs', async () => {
    const seen: IncomingMessage[] = []
    const access = await serve((request, response) => {
      seen.push(request)
      response.writeHead(206, { 'content-range': `bytes 0-3/${SIZE}`, etag: '"1"' }).end('QFI!')
    })
    expect(Buffer.from(await readObject(access, file, 0, 4)).toString()).toBe('QFI!')
    expect(seen[0]?.url).toMatch(/^\/ims-image\/a\/b%20c\.raw(\?|$)/)
    expect(seen[0]?.headers).toMatchObject({
      range: 'bytes=0-3',
      'if-match': '"1"',
      'x-amz-security-token': 'TOKEN',
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=AK\/\d{8}\/eu-de\/s3\/aws4_request/),
    })
    expect(seen[0]?.headers['x-amz-checksum-mode']).toBeUndefined()
  })

  test('is not taken from a server that sends the whole object: the connection ends', async () => {
    let sent = 0
    let ended: (() => void) | undefined
    const closed = new Promise<void>((done) => {
      ended = done
    })
    const access = await serve((_, response) => {
      response.writeHead(200, { 'content-length': SIZE, etag: '"1"' })
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536
      }
      response.on('drain', pour)
      response.on('close', () => ended?.())
      pour()
    })
    await expect(readObject(access, file, 0, 65_536)).rejects.toMatchObject({
      kind: 'unreadable',
      status: 200,
    })
    await closed
    expect(sent).toBeLessThan(32 * 1024 ** 2)
  })

  test('that breaks off is asked for again, three times in all', async () => {
    let calls = 0
    const access = await serve((_, response) => {
      calls += 1
      response.writeHead(206, { 'content-range': `bytes 0-9/${SIZE}`, 'content-length': '10', etag: '"1"' })
      response.write('abc', () => response.destroy())
    })
    await expect(readObject(access, file, 0, 10)).rejects.toMatchObject({ kind: 'interrupted' })
    expect(calls).toBe(3)
  })

  test('of another version is refused, though the server ignores If-Match', async () => {
    const access = await serve((_, response) => {
      response.writeHead(206, { 'content-range': `bytes 0-3/${SIZE}`, etag: '"2"' }).end('QFI!')
    })
    await expect(readObject(access, file, 0, 4)).rejects.toMatchObject({ status: 412 })
  })

  test('that trickles ends with the deadline', async () => {
    const access = await serve((_, response) => {
      response.writeHead(206, { 'content-range': `bytes 0-9/${SIZE}`, 'content-length': '10', etag: '"1"' })
      response.write('a')
    })
    const reading = readObject(access, file, 0, 10, { deadlineMs: 200 })
    await expect(reading).rejects.toMatchObject({ kind: 'timeout' })
  })

  test('of an object that is asked for whole may come as the whole', async () => {
    const access = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '4', etag: '"1"' }).end('QFI!')
    })
    expect(await readObject(access, { ...file, sizeBytes: 4 }, 0, 65_536)).toHaveLength(4)
  })
})

test('a server that is not there was sent nothing', async () => {
  const access = await serve(() => {})
  server?.closeAllConnections()
  await new Promise((done) => server?.close(done))
  await expect(headObject(access, file)).rejects.toMatchObject({ kind: 'unreachable', status: null })
})

test('a page of a proxy is not an object', async () => {
  const access = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end()
  })
  await expect(headObject(access, file)).rejects.toMatchObject({ kind: 'unreadable' })
})

test('an address with a name takes the bucket into the host', async () => {
  const { clientFor } = await import('./client.ts')
  const keys = { access: 'AK', secret: 'SK', securityToken: 'T', expiresAt: 0 }
  const at = async (obsUrl: string) =>
    clientFor({ obsUrl, regionName: 'eu-de', keys: { ...keys } }).config.forcePathStyle
  expect(await at('https://obs.eu-de.otc.t-systems.com')).toBe(false)
  expect(await at('http://127.0.0.1:9903')).toBe(true)
  expect(await at('http://localhost:9903')).toBe(true)
})
