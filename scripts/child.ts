/** Servers as child processes: started directly, not through npm or a shell, so that one pid is the whole thing. */

import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import type { Environment } from './environment.ts'
import { Failure } from './failure.ts'
import { isEndingNow, stop, stopAll, track } from './lifetime.ts'
import { ROOT } from './project.ts'

/** A first start on a busy machine takes seconds; nothing sound takes this long. */
const READY_MS = 90_000
const READY_POLL_MS = 100
const TAIL_LINES = 20

export type Child = {
  /** As a sentence begins with it: "The console". */
  name: string
  pid: number
  /** Where its output goes; null when it shares this process's. */
  logFile: string | null
  /** Resolves when it has ended, with how: "exit code 1", "SIGKILL". */
  ended: Promise<string>
  stop: () => Promise<void>
}

/** Starts Node, the same as runs this process, with the given arguments in the project's folder. */
export function startNode(
  name: string,
  args: string[],
  env: Environment,
  logFile: string | null = null,
): Child {
  const log = logFile === null ? 'inherit' : openSync(logFile, 'a')
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log],
  })
  if (typeof log === 'number') closeSync(log)
  if (child.pid === undefined) throw new Failure(`${name} could not be started with ${process.execPath}.`)
  track(child)
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`)),
  )
  return { name, pid: child.pid, logFile, ended, stop: () => stop(child) }
}

/** Resolves once the address answers with a 2xx; fails as soon as the child has ended. */
export async function untilReady(child: Child, url: string): Promise<void> {
  let end: string | undefined
  void child.ended.then((how) => {
    end = how
  })
  const deadline = Date.now() + READY_MS
  while (Date.now() < deadline) {
    if (end !== undefined) throw new Failure(endOf(child, end))
    const answer = await fetch(url).catch(() => null)
    await answer?.body?.cancel()
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS))
  }
  throw new Failure(
    `${child.name} was not ready at ${url} after ${READY_MS / 1000} s.${lastLines(child.logFile)}`,
  )
}

/** Serves until a signal ends the script. When a child ends by itself, the others end too and that is a failure. */
export async function serveTogether(...children: Child[]): Promise<never> {
  const first = await Promise.race(children.map(async (child) => ({ child, how: await child.ended })))
  if (isEndingNow()) return new Promise(() => {})
  await stopAll()
  throw new Failure(`${endOf(first.child, first.how)}\nWhat ran beside it was ended too.`)
}

function endOf(child: Child, how: string): string {
  return `${child.name} has ended (${how}).${lastLines(child.logFile)}`
}

function lastLines(logFile: string | null): string {
  if (logFile === null) return ''
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES)
  return ` The last lines of ${logFile}:\n${lines.map((line) => `  ${line}`).join('\n')}`
}
