import 'server-only'
import type { Store } from './store.ts'

/**
 * What the store is kept in, by the name people know it by. Asked of what the adapter can do: its class is another one
 * in each of the bundles that hold a copy of Kysely.
 */
export function storeKind(db: Store): 'SQLite' | 'PostgreSQL' {
  return db.getExecutor().adapter.supportsTransactionalDdl ? 'PostgreSQL' : 'SQLite'
}
