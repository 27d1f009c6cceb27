import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { reach } from './reachability.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function answerWith(status: number, date: string | null): Promise<string> {
  const server = createServer((_request, response) => {
    response.sendDate = false
    response.writeHead(status, date === null ? {} : { date }).end('x'.repeat(100_000))
  })
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}/v3`
}

test('a refusal is an answer, and its date tells how far the clocks are apart', async () => {
  const url = await answerWith(401, new Date(Date.now() + 60_000).toUTCString())
  const found = await reach('OBS', url)
  expect(found).toMatchObject({ service: 'OBS', state: 'answered', tookMs: expect.any(Number) })
  expect(found.clockAheadMs).toBeGreaterThan(50_000)
  expect(found.clockAheadMs).toBeLessThan(70_000)
})

test('an answer without a date says nothing of the clock', async () => {
  expect(await reach('IAM', await answerWith(200, null))).toMatchObject({ clockAheadMs: null })
})

test('nobody there, and no address', async () => {
  expect(await reach('IMS', 'http://127.0.0.1:1/')).toMatchObject({ service: 'IMS', state: 'unreachable' })
  expect(await reach('IMS', null)).toMatchObject({ state: 'unknown', tookMs: null })
})
