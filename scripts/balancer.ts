/**
 * A small load balancer for tests and measurements: each request goes to the next instance. One that takes no
 * connection is passed over; a request that may have reached an instance is never given to another.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { LOOPBACK } from './ports.ts'

export type Balancer = { address: string; close: () => Promise<void> }

/** @param ports of the instances, all of this machine */
export async function startBalancer(port: number, ports: readonly number[]): Promise<Balancer> {
  let next = 0
  const server = createServer((incoming, outgoing) => {
    next = (next + 1) % ports.length
    const turn = [...ports.slice(next), ...ports.slice(0, next)]
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => pass(incoming, Buffer.concat(chunks), outgoing, turn))
  })
  await new Promise<void>((resolve) => server.listen(port, LOOPBACK, resolve))
  return {
    address: `http://${LOOPBACK}:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function pass(
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
  turn: readonly number[],
): void {
  const [port, ...others] = turn
  const { method, url: path, headers } = incoming
  const forwarded = request({ host: LOOPBACK, port, method, path, headers, agent: false }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
    answer.on('error', () => outgoing.destroy())
  })
  forwarded.on('error', (error) => {
    const isRefused = 'code' in error && error.code === 'ECONNREFUSED'
    if (isRefused && others.length > 0) pass(incoming, body, outgoing, others)
    else if (outgoing.headersSent) outgoing.destroy()
    else outgoing.writeHead(502).end()
  })
  forwarded.end(body)
}
