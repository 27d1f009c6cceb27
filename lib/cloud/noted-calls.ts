import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { once } from '../config/once-per-process.ts'
import type { CloudFailureKind } from './errors.ts'

export type NotedCalls = {
  /** Of the last call that changed something and was answered; null when there was none, or it had no id. */
  requestId: string | null
  /** How the last call failed; null when it was answered with success. */
  failure: CloudFailureKind | null
}

/** Bundles have copies of this module each; what one starts to note another has to see. */
const noting = () => once('noted-calls', () => new AsyncLocalStorage<NotedCalls>())

/** Runs something and takes notes of its calls to the cloud, for the record of what was done. */
export async function withCallsNoted<T>(
  run: () => Promise<T>,
): Promise<{ outcome: PromiseSettledResult<T>; calls: NotedCalls }> {
  const calls: NotedCalls = { requestId: null, failure: null }
  const [outcome] = await Promise.allSettled([noting().run(calls, run)])
  return { outcome, calls }
}

/** Called at the end of each call. Reads change nothing, so their ids are not kept. */
export function noteCall(method: string, call: NotedCalls): void {
  const noted = noting().getStore()
  if (!noted) return
  noted.failure = call.failure
  if (method !== 'GET') noted.requestId = call.requestId
}
