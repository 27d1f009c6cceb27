import 'server-only'
import { request } from 'undici'
import type { CloudService } from './errors.ts'
import { neverConnected, READ_DEADLINE_MS, reading } from './http.ts'
import type { Reachability } from './reachability-view.ts'

/** The Date header has whole seconds, cut off: on average half a second has passed since. */
const HALF_A_SECOND_MS = 500

/**
 * Asks the address of a service for nothing in particular. Any answer counts, a refusal too: it shows that the service
 * is there, how long the way is, and what its clock says. A null address is one that is not known.
 */
export async function reach(service: CloudService, url: string | null): Promise<Reachability> {
  const failed = (state: 'unreachable' | 'timeout' | 'unknown'): Reachability => ({
    service,
    state,
    tookMs: null,
    clockAheadMs: null,
  })
  if (url === null) return failed('unknown')
  const signal = AbortSignal.timeout(READ_DEADLINE_MS)
  const sentAt = Date.now()
  const began = performance.now()
  try {
    const { headers, body } = await request(url, { dispatcher: reading, signal, method: 'GET' })
    const tookMs = Math.round(performance.now() - began)
    await body.dump()
    const date = Date.parse(String(headers.date ?? ''))
    const clockAheadMs = Number.isNaN(date) ? null : date + HALF_A_SECOND_MS - (sentAt + tookMs / 2)
    return { service, state: 'answered', tookMs, clockAheadMs }
  } catch (error) {
    return failed(signal.aborted && !neverConnected(error) ? 'timeout' : 'unreachable')
  }
}
