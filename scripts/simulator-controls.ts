/** A client of the simulator's own controls under /_sim, for tests, pictures and benchmarks. */
import * as z from 'zod/mini'

const counters = z.record(z.string(), z.number())
const clock = z.object({ now: z.iso.datetime(), speed: z.number() })

/** Wire forms: only what the harness itself reads is named; a test parses what else it asserts on. */
const image = z.looseObject({ id: z.string(), name: z.optional(z.string()), status: z.string() })
const state = z.object({
  images: z.array(image),
  jobs: z.array(z.looseObject({ job_id: z.string(), status: z.string(), project_id: z.string() })),
  tokens: z.array(z.looseObject({ user: z.string(), revoked: z.boolean(), expired: z.boolean() })),
})

/** Which calls a fault meets; without `times` the next one only. */
type FaultTarget = {
  service: 'iam' | 'ims' | 'obs'
  method?: string
  /** A path template as the counters spell it, or a regular expression. */
  path?: string
  times?: number
}
type FaultEffect =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | { delayMs: number }
  /** The connection is cut before or after the call took effect. */
  | { drop: 'before' | 'after' }
  /** An answer that is not JSON. */
  | { garble: true }
export type Fault = FaultTarget & FaultEffect

export type SimulatorControls = ReturnType<typeof simulatorControls>

export function simulatorControls(iamAddress: string) {
  async function call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${iamAddress}/_sim/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} /_sim/${path} answered ${answer.status}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }

  const readCounters = async () => counters.parse(await call('GET', 'counters'))

  return {
    iamAddress,
    /** Calls since the last reset, by "METHOD /path/{template}". */
    counters: readCounters,
    /** How often one of them was made. */
    count: async (key: string) => (await readCounters())[key] ?? 0,
    /** As after a fresh start; every token ends with it. */
    reset: async (options: { keepImages?: boolean } = {}) => {
      await call('POST', 'reset', options)
    },
    clock: async () => clock.parse(await call('GET', 'clock')),
    /** Jobs run so many times faster from now on. */
    setSpeed: async (speed: number) => clock.parse(await call('POST', 'clock', { speed })),
    advanceSeconds: async (seconds: number) =>
      clock.parse(await call('POST', 'clock', { advanceSeconds: seconds })),
    addFault: async (fault: Fault) => {
      await call('POST', 'faults', fault)
    },
    /** The next job of IMS of this type ends with this code. */
    failNextJob: async (job: string, code: string) => {
      await call('POST', 'faults', { job, code, reason: 'As the test asked.' })
    },
    /** Puts an image there, of properties in the cloud's form (docs/simulator.md). @returns its id */
    putImage: async (properties: Readonly<Record<string, unknown>>) =>
      image.parse(await call('POST', 'images', properties)).id,
    clearFaults: async () => {
      await call('DELETE', 'faults')
    },
    state: async () => state.parse(await call('GET', 'state')),
  }
}
