/** Debian's packages of Keystone and Glance. Run as a script it installs them where it may; tests do without otherwise. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asRoot, installFromDebian, mayInstall } from '../apt.ts'
import { runScript } from '../failure.ts'

const PACKAGES = ['keystone', 'glance-api', 'uwsgi-core', 'uwsgi-plugin-python3']
/** What of them is run. */
const PROGRAMS = [
  'keystone-manage',
  'keystone-wsgi-public',
  'glance-manage',
  'glance-wsgi-api',
  'uwsgi_python3',
].map((name) => join('/usr/bin', name))

/** The programs that are not there; none means that Keystone and Glance can be started. */
export const missingPrograms = (): string[] => PROGRAMS.filter((path) => !existsSync(path))

/** What to tell, so that nobody overlooks it, where they are missing; null where they are there. */
export function skippedBanner(): string | null {
  const missing = missingPrograms()
  if (missing.length === 0) return null
  const line = '!'.repeat(100)
  return `${line}
No Keystone and Glance: EVERY TEST ON A REAL OPENSTACK IS SKIPPED.
Missing: ${missing.join(', ')}
On Debian, as root: apt-get install ${PACKAGES.join(' ')}
${line}`
}

/** Forbids package scripts to start services: the packages' own daemons would take the usual ports. */
const POLICY = '/usr/sbin/policy-rc.d'

/** @returns whether Keystone and Glance are there now */
export function installPackages(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-policy-'))
  const isForbidding = !existsSync(POLICY)
  try {
    if (isForbidding) {
      const file = join(folder, 'policy-rc.d')
      writeFileSync(file, '#!/bin/sh\nexit 101\n')
      run(asRoot('install', '-m', '0755', file, POLICY))
    }
    return installFromDebian(...PACKAGES) && missingPrograms().length === 0
  } finally {
    if (isForbidding) run(asRoot('rm', '-f', POLICY))
    rmSync(folder, { recursive: true, force: true })
  }
}

function run([program, ...args]: [string, ...string[]]): void {
  spawnSync(program, args, { stdio: 'inherit' })
}

if (import.meta.main) {
  await runScript(async () => {
    if (missingPrograms().length > 0 && mayInstall()) {
      console.log('No Keystone and Glance were found: installing Debian’s.')
      installPackages()
    }
    console.log(skippedBanner() ?? PROGRAMS.join('\n'))
  })
}
