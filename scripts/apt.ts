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

function apt(...args: string[]): boolean {
  const { status } = spawnSync('apt-get', ['-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}
