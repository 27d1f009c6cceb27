/** Children live no longer than the script that started them. */
import type { ChildProcess } from 'node:child_process'

/** A server that has not ended by itself after SIGTERM in this time is killed. */
const STOP_MS = 5_000

const living = new Set<ChildProcess>()
let isEnding = false

export function track(child: ChildProcess): void {
  living.add(child)
  child.once('exit', () => living.delete(child))
}

export async function stop(child: ChildProcess): Promise<void> {
  if (!living.has(child)) return
  const end = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await end
  clearTimeout(force)
}

export async function stopAll(): Promise<void> {
  await Promise.all([...living].map(stop))
}

/** From now on Ctrl-C and SIGTERM end the children first, then this process. */
export function endChildrenOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      isEnding = true
      void stopAll().then(() => process.exit(0))
    })
  }
}

/** Whether a signal has come, so that a child's end is no surprise. */
export const isEndingNow = () => isEnding
