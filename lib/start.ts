import 'server-only'
import { sql } from 'kysely'
import { startAuditSweep } from './audit/sweep.ts'
import { beginEnding } from './config/ending.ts'
import { ConfigurationError, environment } from './config/environment.ts'
import { log } from './config/log.ts'
import { once } from './config/once-per-process.ts'
import { processId } from './config/process-id.ts'
import { regionChoices } from './config/regions.ts'
import { startQueue } from './import/queue.ts'
import type { Rounds } from './jobs/rounds.ts'
import { untilAnswered } from './jobs/send.ts'
import { startWatcher } from './jobs/watcher.ts'
import { sessionSecret } from './session/vault.ts'
import { migrate } from './store/migrate.ts'
import { type Store, store } from './store/store.ts'
import { startDeliverer } from './webhooks/deliverer.ts'

/** A database that is started together with the console gets this long. */
const DATABASE_WAIT_MS = 30_000
const DATABASE_PAUSE_MS = 500
const LAST_ANSWERS_MS = 250

/**
 * What happens before the first request: settings are read, the store is brought up to date, and the watcher, the
 * queue and the calls of webhooks begin. If any of it fails the process ends with one line.
 */
export async function start(): Promise<void> {
  try {
    environment()
    regionChoices()
    sessionSecret()
    const db = store()
    await untilAnswering(db)
    await migrate(db)
    once('audit-sweep', () => startAuditSweep(db))
    const watcher = once('watcher', () => startWatcher(db, processId()))
    const queue = once('queue', () => startQueue(db, processId()))
    const deliverer = once('deliverer', () => startDeliverer(db))
    const end = once('end', () => endInOrder([watcher, queue, deliverer]))
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end())
  } catch (error) {
    if (error instanceof ConfigurationError) process.stderr.write(`Slipway cannot start. ${error.message}\n`)
    else log().fatal({ err: error }, 'Slipway cannot start')
    process.exit(1)
  }
}

/**
 * Told to end, the process begins nothing more, and waits for what IMS answers to the imports on their way: a person
 * would have to find out what became of them. The next signal ends it at once.
 */
function endInOrder(rounds: readonly Rounds[]): () => Promise<void> {
  return async () => {
    beginEnding()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))
    await Promise.allSettled([...rounds.map((each) => each.stop()), untilAnswered()])
    // The answers to the browsers that wait for them are just being written.
    setTimeout(() => process.exit(0), LAST_ANSWERS_MS)
  }
}

async function untilAnswering(db: Store): Promise<void> {
  const giveUpAt = performance.now() + DATABASE_WAIT_MS
  for (;;) {
    try {
      await sql`select 1`.execute(db)
      return
    } catch (error) {
      if (performance.now() > giveUpAt) throw new ConfigurationError(noDatabase(error))
      await new Promise((resolve) => setTimeout(resolve, DATABASE_PAUSE_MS))
    }
  }
}

/** Where it is and what it said, without the password of its address. */
function noDatabase(error: unknown): string {
  const { databaseUrl } = environment()
  const { host, pathname } = new URL(databaseUrl ?? 'file:///')
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  return `The database of DATABASE_URL, ${host}${pathname}, does not let this console in${code}. Look whether it runs, and whether the address, user and password are right.`
}
