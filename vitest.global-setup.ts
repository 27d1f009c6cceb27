import { startPostgres } from './scripts/postgres.ts'

/** One PostgreSQL for the whole run, in which each test file makes a database of its own. */
export default async function setup(): Promise<(() => void) | undefined> {
  if (process.env.TEST_DATABASE_URL) return undefined
  const postgres = await startPostgres()
  if (!postgres) {
    process.stderr.write('No PostgreSQL was found: the tests over it are skipped.\n')
    return undefined
  }
  process.env.TEST_DATABASE_URL = postgres.url
  return () => postgres.remove()
}
