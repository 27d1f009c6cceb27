/** Debian's packages, for what tests need and npm cannot bring. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Another apt may hold the lock; five minutes were not always enough. */
const LOCK_SECONDS = 600

export function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** @returns whether all of them are there now */
export function installFromDebian(...packages: string[]): boolean {
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages)
}

/** A command with what makes root run it; sudo is for who asked for it by name, `mayInstall` counts root alone. */
export function asRoot(program: string, ...args: string[]): [string, ...string[]] {
  return process.getuid?.() === 0 ? [program, ...args] : ['sudo', '-n', program, ...args]
}

function apt(...args: string[]): boolean {
  const [program, ...all] = asRoot(
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    `DPkg::Lock::Timeout=${LOCK_SECONDS}`,
    ...args,
  )
  const { status } = spawnSync(program, all, { stdio: ['ignore', 'inherit', 'inherit'] })
  return status === 0
}
