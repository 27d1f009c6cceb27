import { request } from 'undici'
import { type Cost, costOf, type Target } from './load.ts'
import { line, percentile } from './numbers.ts'
import type { Scene } from './scene.ts'

/** The compiler works on both servers through their first thousands of requests, and longer on the larger one. */
const WARM_UP = 4_000
const REQUESTS = 1_500
const ROUNDS = 5

/** What a poll of a job costs the server, beside a bare route on a server of the same kind. */
export async function polls({ console, bare, cookie, jobApiPath }: Scene): Promise<string[]> {
  const first = await request(`${console.address}${jobApiPath}`, { headers: { cookie } })
  await first.body.dump()
  const etag = String(first.headers.etag ?? '')
  const poll = { address: console.address, path: jobApiPath, pid: console.pid }
  const targets: Record<'bare' | 'full' | 'unchanged', Target> = {
    bare: { address: bare.address, path: '/api/answer', pid: bare.child.pid, headers: {}, status: 200 },
    full: { ...poll, headers: { cookie }, status: 200 },
    unchanged: { ...poll, headers: { cookie, 'if-none-match': etag }, status: 304 },
  }
  for (const target of Object.values(targets)) await costOf(target, WARM_UP)
  const costs = { bare: [] as Cost[], full: [] as Cost[], unchanged: [] as Cost[] }
  // In turn, so that a busy neighbour meets all alike.
  for (let round = 0; round < ROUNDS; round += 1)
    for (const name of ['bare', 'full', 'unchanged'] as const)
      costs[name].push(await costOf(targets[name], REQUESTS))

  // Medians: on a busy machine one round may cost twice what the others do.
  const median = (name: keyof typeof costs, member: keyof Cost) =>
    percentile(
      costs[name].map((cost) => cost[member]),
      50,
    )
  const cpu = (name: keyof typeof costs) => median(name, 'cpuMicrosecondsPerRequest')
  const rate = (name: keyof typeof costs) => median(name, 'requestsPerSecond')
  const words = (name: keyof typeof costs) => `${cpu(name).toFixed(0)} µs, ${rate(name).toFixed(0)} a second`
  const against = (what: string, name: 'full' | 'unchanged', budget: number) => {
    const kept = cpu('bare') / cpu(name)
    return line(what, `${words(name)}, ${kept.toFixed(2)} of bare`, {
      words: String(budget),
      kept: kept >= budget,
    })
  }
  return [
    line('bare route', words('bare')),
    against('poll, 200', 'full', 0.7),
    against('poll, 304', 'unchanged', 0.85),
  ]
}
