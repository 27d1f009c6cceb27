/** Runs Debian's own Python programs: OpenStack's packages are made for its interpreter, not for one of the PATH. */
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import type { Environment } from '../environment.ts'
import { Failure } from '../failure.ts'

const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin'
const TAIL_LINES = 40

/** This process's environment without what a pyenv, a virtual environment or a proxy brings. */
export function systemEnvironment(more: Environment = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PYTHONHOME: undefined,
    PYTHONPATH: undefined,
    VIRTUAL_ENV: undefined,
    http_proxy: undefined,
    HTTP_PROXY: undefined,
    PATH: SYSTEM_PATH,
    ...more,
  }
}

/** Runs a program to its end. Its words go into the file: harmless tracebacks are among them, so they show on failure only. */
export async function runLogged(logFile: string, program: string, args: string[]): Promise<void> {
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(program, args, { env: systemEnvironment(), stdio: ['ignore', log, log] })
  closeSync(log)
  const code = await new Promise<number | null>((ended, failed) => {
    child.once('error', failed)
    child.once('exit', ended)
  })
  if (code !== 0) throw new Failure(`${program} ${args.join(' ')} failed (${code}).\n${lastLines(logFile)}`)
}

export function lastLines(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n')
}
