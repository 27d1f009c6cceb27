import { DatabaseSync } from 'node:sqlite'
import { ConfigurationError } from '../config/environment.ts'
import { once } from '../config/once-per-process.ts'

/** Held on to: a connection that nobody refers to is closed with the next collection of garbage, and its lock with it. */
const held = () => once('store-locks', () => new Set<DatabaseSync>())

/** A process that is just ending gets this long to let go. */
const WAIT_MS = 5_000

/**
 * Keeps a second process off the same SQLite file: two would each watch every job. The lock is an exclusive
 * transaction on a small file of its own, which the system ends with the process, however that dies; backups of the
 * store itself are not kept out.
 *
 * @returns what lets go of it
 * @throws ConfigurationError when another process has it
 */
export function lockForThisProcess(lockFile: string, waitMs = WAIT_MS): () => void {
  const lock = new DatabaseSync(lockFile, { timeout: waitMs })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new ConfigurationError(
      `Another Slipway is running on ${lockFile.replace(/\.lock$/, '')}. Stop it first, or give each instance the same PostgreSQL by DATABASE_URL.`,
    )
  }
  held().add(lock)
  return () => {
    held().delete(lock)
    lock.close()
  }
}
