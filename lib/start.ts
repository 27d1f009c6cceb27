import 'server-only'
import { startAuditSweep } from './audit/sweep.ts'
import { ConfigurationError, environment } from './config/environment.ts'
import { log } from './config/log.ts'
import { once } from './config/once-per-process.ts'
import { regionChoices } from './config/regions.ts'
import { markOrphans, startWatcher } from './jobs/watcher.ts'
import { sessionSecret } from './session/vault.ts'
import { migrate, store } from './store/store.ts'

/**
 * What happens before the first request: settings are read, the store is brought up to date, imports that a dead
 * process left half-way are named so, and the watcher begins. If any of it fails the process ends with one line.
 */
export async function start(): Promise<void> {
  const beganAt = Date.now()
  try {
    environment()
    regionChoices()
    sessionSecret()
    await migrate(store())
    await markOrphans(store(), beganAt)
    once('audit-sweep', () => startAuditSweep(store()))
    const watcher = once('watcher', () => startWatcher(store()))
    process.once('SIGTERM', () => void watcher.stop())
  } catch (error) {
    if (error instanceof ConfigurationError) process.stderr.write(`Slipway cannot start. ${error.message}\n`)
    else log().fatal({ err: error }, 'Slipway cannot start')
    process.exit(1)
  }
}
