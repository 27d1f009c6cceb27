/** Finds Chromium for the tests and pictures. Run as a script it also installs one where it may. */

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { installFromDebian, mayInstall } from './apt.ts'
import type { Environment } from './environment.ts'
import { Failure, runScript } from './failure.ts'

/** Debian's headless shell first: without the browser's own windows it takes half the time of the whole Chromium. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
/** Fonts too: without any, a page's text has no width and every layout is wrong. */
const FONTS = 'fonts-liberation'

/**
 * Path of a Chromium: CHROMIUM, else one of the system's, else Playwright's own; null when there is none.
 * @throws Failure when CHROMIUM names no file.
 */
export function findBrowser(env: Environment = process.env, exists = existsSync): string | null {
  if (env.CHROMIUM) {
    if (exists(env.CHROMIUM)) return env.CHROMIUM
    throw new Failure(`CHROMIUM is "${env.CHROMIUM}", but there is no such file.`)
  }
  const folders = new Set([...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin'])
  const candidates = [...NAMES.flatMap((name) => [...folders].map((folder) => join(folder, name)))]
  return [...candidates, chromium.executablePath()].find((path) => exists(path)) ?? null
}

export function requireBrowser(): string {
  const path = findBrowser()
  if (path) return path
  throw new Failure(
    'No Chromium was found. Install one (on Debian: apt-get install chromium fonts-liberation), or set CHROMIUM to its path.',
  )
}

/** Root in a container has no user namespaces to build the sandbox of; everywhere else it stays on. */
export const chromiumSandbox = process.getuid?.() !== 0

function install(): void {
  // Debian's derivatives and older releases have no package for the headless shell alone.
  if (!(installFromDebian('chromium-headless-shell', FONTS) || installFromDebian('chromium', FONTS)))
    throw new Failure('apt-get could not install Chromium; what it printed above says why.')
}

if (import.meta.main) {
  await runScript(async () => {
    if (!findBrowser() && mayInstall()) {
      console.log('No Chromium was found: installing Debian’s.')
      install()
    }
    console.log(requireBrowser())
  })
}
