/** A throw-away PostgreSQL for tests: an ordinary cluster of its own on a free port, gone when it is stopped. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installFromDebian, mayInstall } from './apt.ts'
import { Failure, runScript } from './failure.ts'
import { freePorts, LOOPBACK } from './ports.ts'

const DEBIAN_FOLDER = '/usr/lib/postgresql'
/** PostgreSQL refuses to run as root; Debian's package brings this user. */
const USER = 'postgres'

export type Postgres = {
  /** Of a database in which others may be made. */
  url: string
  /** Ends it at once, as a power cut would, but keeps what it has. */
  crash: () => void
  start: () => void
  /** Ends it and removes what it had. */
  remove: () => void
}

/** Where the server's programs are: POSTGRES_BIN, else the newest of Debian's, else null. */
export function findPostgres(): string | null {
  if (process.env.POSTGRES_BIN) return process.env.POSTGRES_BIN
  if (!existsSync(DEBIAN_FOLDER)) return null
  const newest = readdirSync(DEBIAN_FOLDER)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_FOLDER, version, 'bin'))
  return newest.find((bin) => existsSync(join(bin, 'initdb'))) ?? null
}

/**
 * Starts one, or returns null where there is none and none may be installed.
 * @throws Failure when there is one and it does not start
 */
export async function startPostgres(): Promise<Postgres | null> {
  const bin = findPostgres()
  if (!bin) return null
  const { postgres: port } = await freePorts('postgres')
  const folder = mkdtempSync(join(tmpdir(), 'slipway-postgres-'))
  const data = join(folder, 'data')
  const isRoot = process.getuid?.() === 0
  if (isRoot) execFileSync('chown', [USER, folder])
  const run = (program: string, args: string[]) => {
    const path = join(bin, program)
    const [command, all] = isRoot ? ['runuser', ['-u', USER, '--', path, ...args]] : [path, args]
    const { status, stderr } = spawnSync(command, all, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (status !== 0) throw new Failure(`${program} failed: ${stderr}`)
  }
  const options = [`-p ${port}`, `-k ${folder}`, `-c listen_addresses=${LOOPBACK}`, ...FAST].join(' ')
  const start = () => run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'])
  const crash = () => run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
  run('initdb', ['-D', data, '-U', 'test', '-A', 'trust', '-N', '-E', 'UTF8', '--locale=C.UTF-8'])
  start()
  return {
    url: `postgres://test@${LOOPBACK}:${port}/postgres`,
    crash,
    start,
    remove: () => {
      crash()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Nothing here outlives the machine: flushing to its disk would only take time. */
const FAST = ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off']

export function ensurePostgres(): void {
  if (findPostgres() || !mayInstall()) return
  console.log('No PostgreSQL was found: installing Debian’s.')
  // Of the package's own cluster nothing is used; where there is no service manager none is started.
  installFromDebian('postgresql')
}

if (import.meta.main) {
  await runScript(async () => {
    ensurePostgres()
    const bin = findPostgres()
    if (bin) console.log(bin)
    else if (process.env.CI) throw new Failure('No PostgreSQL was found, and CI tests both stores.')
    else
      console.log(
        'No PostgreSQL was found: tests over it are skipped. Install one (on Debian: apt-get install postgresql), or set POSTGRES_BIN to the folder of initdb.',
      )
  })
}
