import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ADMIN_PASSWORD, REGION } from './accounts.ts'
import {
  glanceConfiguration,
  glanceDatabase,
  keystoneConfiguration,
  keystoneDatabase,
  logFile,
  writeConfiguration,
} from './configuration.ts'
import { runLogged } from './debian-python.ts'
import type { Settings } from './settings.ts'

const preparedMark = ({ folder }: Settings) => join(folder, '.prepared')

/** Writes the configuration and, the first time, makes databases and keys. */
export async function prepare(settings: Settings): Promise<void> {
  writeConfiguration(settings)
  if (existsSync(preparedMark(settings))) return
  for (const file of databases(settings)) rmSync(file, { force: true })
  await Promise.all([prepareKeystone(settings), prepareGlance(settings)])
  // With a write-ahead log readers and the writer do not block each other.
  for (const file of databases(settings)) {
    const database = new DatabaseSync(file)
    database.exec('PRAGMA journal_mode = WAL')
    database.close()
  }
  writeFileSync(preparedMark(settings), '')
}

const databases = (settings: Settings) => [keystoneDatabase(settings), glanceDatabase(settings)]

async function prepareKeystone(settings: Settings): Promise<void> {
  const manage = (...args: string[]) =>
    runLogged(logFile(settings, 'prepare-keystone'), 'keystone-manage', [
      '--config-file',
      keystoneConfiguration(settings),
      ...args,
    ])
  // As root it refuses to guess whose the keys are; as another user it may not give them away.
  const owner = process.getuid?.() === 0 ? ['--keystone-user', 'root', '--keystone-group', 'root'] : []
  await manage('db_sync')
  await manage('fernet_setup', ...owner)
  await manage('credential_setup', ...owner)
  const { url } = settings.keystone
  await manage(
    ...['bootstrap', '--bootstrap-password', ADMIN_PASSWORD, '--bootstrap-region-id', REGION],
    ...['--bootstrap-public-url', url, '--bootstrap-internal-url', url, '--bootstrap-admin-url', url],
  )
}

function prepareGlance(settings: Settings): Promise<void> {
  return runLogged(logFile(settings, 'prepare-glance'), 'glance-manage', [
    '--config-file',
    glanceConfiguration(settings),
    'db_sync',
  ])
}
