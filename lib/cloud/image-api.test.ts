import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { CloudError } from './errors.ts'
import { byItsName, imageApi } from './image-api.ts'

const servers: Server[] = []
afterEach(() => {
  globalThis.slipwayOncePerProcess = undefined
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

type Answer = { status: number; body: string }

/** What Debian's Glance answers on a path that it does not have, word for word. */
const GLANCE_404: Answer = {
  status: 404,
  body: '{"message": "The resource could not be found.<br /><br />\\n\\n\\n", "code": "404 Not Found", "title": "Not Found"}',
}
const IMAGES: Answer = {
  status: 200,
  body: '{"images": [], "first": "/v2/images?limit=1", "schema": "/v2/schemas/images"}',
}
const error = (status: number, code: string): Answer => ({
  status,
  body: JSON.stringify({ error_code: code, error_msg: '', request_id: 'r' }),
})

/** A service whose answers are taken in turn, the last one for good. */
async function service(answers: { extension: Answer[]; native?: Answer[] }) {
  const seen: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    seen.push(path)
    const turn = path.startsWith('/v2/cloudimages') ? answers.extension : (answers.native ?? [IMAGES])
    const { status, body } = (turn.length > 1 ? turn.shift() : turn[0]) ?? { status: 500, body: '' }
    response.writeHead(status, { 'content-type': 'text/plain' }).end(body)
  })
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return { access: { imsUrl: `http://127.0.0.1:${port}`, token: 't', projectId: 'p' }, seen }
}

describe('which image service it is', () => {
  test.each([
    ['its list', IMAGES],
    ['a refusal by the service', { status: 403, body: '{"error":{"code":"IMG.0026","message":""}}' }],
    ['a refusal by the gateway', error(403, 'APIGW.0302')],
    ['a path that the gateway does not publish', error(404, 'APIGW.0101')],
  ])('IMS is known by %s', async (_, answer) => {
    const { access, seen } = await service({ extension: [answer] })
    expect(await imageApi(access)).toBe('ims')
    expect(seen).toEqual(['/v2/cloudimages?limit=1'])
  })

  test.each([
    ['its 404', GLANCE_404],
    ['its 404 in HTML', { status: 404, body: '<html><h1>404 Not Found</h1></html>' }],
    ['its choice of versions', { status: 300, body: '{"versions": []}' }],
  ])('Glance is known by %s, and by its own list', async (_, answer) => {
    const { access, seen } = await service({ extension: [answer] })
    expect(await imageApi(access)).toBe('glance')
    expect(seen).toEqual(['/v2/cloudimages?limit=1', '/v2/images?limit=1'])
  })

  test('a 404 of something in between is no Glance', async () => {
    const { access } = await service({ extension: [GLANCE_404], native: [GLANCE_404] })
    await expect(imageApi(access)).rejects.toMatchObject({ kind: 'answered', status: 404 })
  })

  test('a refused token says so, whoever refused it', async () => {
    for (const answer of [error(401, 'APIGW.0301'), { status: 401, body: '<html>401</html>' }]) {
      const { access } = await service({ extension: [answer] })
      await expect(imageApi(access)).rejects.toMatchObject({ tokenRefused: true })
    }
  })

  test('what the catalogue says is not asked', async () => {
    const { access, seen } = await service({ extension: [IMAGES] })
    expect(await imageApi({ ...access, imageApi: 'glance' })).toBe('glance')
    expect(seen).toEqual([])
  })
})

describe('how often it is asked', () => {
  test('once for all who ask at the same time and after', async () => {
    const { access, seen } = await service({ extension: [GLANCE_404] })
    const asked = Array.from({ length: 5 }, () => imageApi(access))
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['glance']))
    expect(await imageApi({ ...access, token: 'another' })).toBe('glance')
    expect(seen).toHaveLength(2)
  })

  test('again after a failure', async () => {
    const { access, seen } = await service({ extension: [{ status: 500, body: 'down' }, IMAGES] })
    await expect(imageApi(access)).rejects.toMatchObject({ status: 500 })
    expect(await imageApi(access)).toBe('ims')
    expect(seen).toHaveLength(2)
  })

  test('once for all, when what fails is the service', async () => {
    const { access, seen } = await service({ extension: [{ status: 500, body: 'down' }, IMAGES] })
    const asked = [imageApi(access), imageApi({ ...access, token: 'another' })]
    const answers = await Promise.allSettled(asked)
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(seen).toHaveLength(1)
  })

  test.each([
    ['token', error(401, 'APIGW.0307')],
    ['right', { status: 403, body: '<html>403 Forbidden</html>' }],
  ])('again by those who waited, when it was the %s of the one who asked', async (_, refusal) => {
    const { access, seen } = await service({ extension: [refusal, IMAGES] })
    const [asker, ...waited] = await Promise.allSettled([
      imageApi(access),
      imageApi({ ...access, token: 'another' }),
      imageApi({ ...access, token: 'a third' }),
    ])
    expect(asker).toMatchObject({ status: 'rejected', reason: { status: refusal.status } })
    expect(waited).toEqual([
      { status: 'fulfilled', value: 'ims' },
      { status: 'fulfilled', value: 'ims' },
    ])
    expect(seen).toHaveLength(2)
  })

  test('each address for itself', async () => {
    const one = await service({ extension: [IMAGES] })
    const other = await service({ extension: [GLANCE_404] })
    expect(await imageApi(one.access)).toBe('ims')
    expect(await imageApi(other.access)).toBe('glance')
  })

  test('only so many answers are kept', async () => {
    const { access, seen } = await service({ extension: [IMAGES] })
    // Addresses that differ, of one server.
    for (let n = 0; n <= 100; n++) await imageApi({ ...access, imsUrl: `${access.imsUrl}${'/'.repeat(n)}` })
    const before = seen.length
    await imageApi(access)
    expect(seen).toHaveLength(before + 1)
  })
})

describe('the name of an error', () => {
  const error = new CloudError({ service: 'IMS', kind: 'answered', status: 403, cloudMessage: 'no' })

  test('is that of the service, once it is known', async () => {
    const { access } = await service({ extension: [GLANCE_404] })
    expect(byItsName(error, access)).toBe(error)
    await imageApi(access)
    expect(byItsName(error, access)).toMatchObject({ service: 'Glance', status: 403, cloudMessage: 'no' })
    const iam = new CloudError({ service: 'IAM', kind: 'timeout' })
    expect(byItsName(iam, access)).toBe(iam)
  })

  test('stays IMS on the cloud', () => {
    expect(byItsName(error, { imsUrl: '', token: '', projectId: '', imageApi: 'ims' })).toBe(error)
  })
})
