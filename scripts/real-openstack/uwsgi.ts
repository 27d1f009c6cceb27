/** One of the two services as a process of its own, which outlives the script that started it until it is stopped. */
import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Environment } from '../environment.ts'
import { Failure } from '../failure.ts'
import { LOOPBACK, requireFree } from '../ports.ts'
import { glanceFolder, keystoneConfiguration, logFile } from './configuration.ts'
import { lastLines, systemEnvironment } from './debian-python.ts'
import type { Settings } from './settings.ts'

const SERVICES = {
  keystone: {
    program: '/usr/bin/keystone-wsgi-public',
    variable: 'REAL_KEYSTONE_PORT',
    environment: (settings: Settings): Environment => ({
      OS_KEYSTONE_CONFIG_FILES: keystoneConfiguration(settings),
    }),
    ready: ({ keystone }: Settings) => keystone.url,
  },
  glance: {
    program: '/usr/bin/glance-wsgi-api',
    variable: 'REAL_GLANCE_PORT',
    environment: (settings: Settings): Environment => ({ OS_GLANCE_CONFIG_DIR: glanceFolder(settings) }),
    ready: ({ glance }: Settings) => `${glance.url}/versions`,
  },
} as const
export type ServiceName = keyof typeof SERVICES

/** A first start on a busy machine takes seconds; nothing sound takes this long. */
const READY_MS = 90_000
const STOP_MS = 10_000
const POLL_MS = 100

/** One line for each request: method, path, status, bytes, milliseconds. Calls can be counted there. */
export const requestLog = (settings: Settings, name: ServiceName) => logFile(settings, `${name}-requests`)
const pidFile = ({ folder }: Settings, name: ServiceName) => join(folder, `${name}.pid`)

/** Starts it unless it runs already; resolves at once, `untilReady` waits. */
export async function startService(settings: Settings, name: ServiceName): Promise<void> {
  if (runningPid(settings, name) !== null) return
  const { port } = settings[name]
  const { program, variable, environment } = SERVICES[name]
  // uwsgi would tell of a port that is taken in its log alone.
  await requireFree({ who: name === 'keystone' ? 'Keystone' : 'Glance', variable, host: LOOPBACK, port })
  const file = requestLog(settings, name)
  mkdirSync(dirname(file), { recursive: true })
  const log = openSync(file, 'a', 0o600)
  const child = spawn('/usr/bin/uwsgi_python3', options(settings, name, program), {
    cwd: settings.folder,
    env: systemEnvironment(environment(settings)),
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  if (child.pid === undefined) throw new Failure('uwsgi_python3 could not be started.')
  child.unref()
  writeFileSync(pidFile(settings, name), String(child.pid))
}

function options(settings: Settings, name: ServiceName, program: string): string[] {
  return [
    ...['--set-ph', markOf(settings, name), '--http-socket', `${LOOPBACK}:${settings[name].port}`],
    ...['--wsgi-file', program, '--master', '--threads', '8', '--enable-threads', '--lazy-apps'],
    ...['--buffer-size', '65535', '--socket-timeout', '30', '--add-header', 'Connection: close'],
    ...['--die-on-term', '--no-orphans', '--log-format', '%(method) %(uri) %(status) %(rsize)B %(msecs)ms'],
  ]
}

/** Stands in the command line, so that a process id which the system has used again is not taken for ours. */
const markOf = (settings: Settings, name: ServiceName) => `slipway=${pidFile(settings, name)}`

function runningPid(settings: Settings, name: ServiceName): number | null {
  const file = pidFile(settings, name)
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, 'utf8'))
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return command.includes(markOf(settings, name)) ? pid : null
  } catch {
    // No such process.
    return null
  }
}

/** @throws Failure when it ends instead, or does not answer in time */
export async function untilReady(settings: Settings, name: ServiceName): Promise<void> {
  const deadline = Date.now() + READY_MS
  while (Date.now() < deadline) {
    const answer = await fetch(SERVICES[name].ready(settings), { redirect: 'manual' }).catch(() => null)
    await answer?.body?.cancel()
    if (answer && answer.status < 400) return
    if (runningPid(settings, name) === null)
      throw new Failure(`${name} has ended.\n${lastLines(requestLog(settings, name))}`)
    await sleep(POLL_MS)
  }
  throw new Failure(
    `${name} was not ready after ${READY_MS / 1000} s.\n${lastLines(requestLog(settings, name))}`,
  )
}

/** @returns whether it ran */
export async function stopService(settings: Settings, name: ServiceName): Promise<boolean> {
  const pid = runningPid(settings, name)
  if (pid === null) return false
  process.kill(pid, 'SIGTERM')
  const deadline = Date.now() + STOP_MS
  while (runningPid(settings, name) !== null && Date.now() < deadline) await sleep(POLL_MS)
  // Its workers end with it (--no-orphans).
  if (runningPid(settings, name) !== null) process.kill(pid, 'SIGKILL')
  rmSync(pidFile(settings, name), { force: true })
  return true
}
