import { createServer, type Server } from 'node:net'
import type { Environment } from './environment.ts'
import { Failure } from './failure.ts'

export const LOOPBACK = '127.0.0.1'

export type Seat = {
  /** Who wants to listen there, as a person would say it: "The console". */
  who: string
  /** The environment variable that moves it. */
  variable: string
  host: string
  port: number
}

export function portFrom(env: Environment, variable: string, fallback: number): number {
  const text = env[variable]
  if (text === undefined || text === '') return fallback
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port
  throw new Failure(`${variable} is "${text}". Set it to a port number from 1 to 65535.`)
}

/** Says what to change before a server is started that could only answer with a stack trace. */
export async function requireFree({ who, variable, host, port }: Seat): Promise<void> {
  const problem = await listen(host, port).then(close, (error: NodeJS.ErrnoException) => error)
  if (!problem) return
  if (problem.code === 'EADDRINUSE')
    throw new Failure(
      `${who} cannot start: port ${port} is taken. End what listens there, or set ${variable} to another port.`,
    )
  throw new Failure(
    `${who} cannot listen on ${host}, port ${port} (${problem.code}). Set HOSTNAME to an address of this machine, and ${variable} to a port it may use.`,
  )
}

/** Ports that nothing listens on now. All are held before the first is let go, so that they differ. */
export async function freePorts<const Names extends string>(
  ...names: Names[]
): Promise<Record<Names, number>> {
  const servers = await Promise.all(names.map(() => listen(LOOPBACK, 0)))
  const ports = servers.map((server, index) => [names[index], portOf(server)] as const)
  await Promise.all(servers.map(close))
  return Object.fromEntries(ports) as Record<Names, number>
}

function listen(host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ host, port }, () => resolve(server))
  })
}

function close(server: Server): Promise<undefined> {
  return new Promise((resolve) => server.close(() => resolve(undefined)))
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address === 'object' && address) return address.port
  throw new Error('A server that listens on TCP has a port.')
}
