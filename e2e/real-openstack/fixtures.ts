/**
 * What tests on a real OpenStack start from: Debian's Keystone and Glance, and a console of their own over them, one
 * of each for all tests. Nothing is reset between tests, so each makes the images it looks at, under a name of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { untilReady } from '../../scripts/child.ts'
import { freePorts, LOOPBACK } from '../../scripts/ports.ts'
import { writeCloudsFile } from '../../scripts/real-openstack/clouds-file.ts'
import { missingPrograms } from '../../scripts/real-openstack/packages.ts'
import { type Settings, settingsFrom } from '../../scripts/real-openstack/settings.ts'
import { startOpenStack, stopOpenStack } from '../../scripts/real-openstack/start.ts'
import { requestLog } from '../../scripts/real-openstack/uwsgi.ts'
import { addressOf, OWN_SETTINGS, startConsole } from '../../scripts/servers.ts'
import { type PageProblems, watchForProblems } from '../page-problems.ts'
import { type RealCloud, realCloud } from './real-cloud.ts'

export { expectNoAxeViolations } from '../axe.ts'
export { signIn, submitSignIn } from '../sign-in.ts'
export { expect }

/** For `test.skip` at the head of each file: npm test says so loudly, and counts each test as skipped. */
export const WITHOUT_OPENSTACK = [
  missingPrograms().length > 0,
  'Keystone and Glance are not installed (npm run real-openstack -- install).',
] as const

/** A Keystone's and a Glance's databases are made and both are started, on two busy cores. */
const START_MS = 180_000

type PerTest = { pageProblems: PageProblems; serverLogs: undefined }
type Servers = { console: string; consoleLog: string | null; settings: Settings; cloud: RealCloud }
type PerWorker = { servers: Servers; cloud: RealCloud }

export const test = base.extend<PerTest, PerWorker>({
  servers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of wanted fixtures out of this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'slipway-openstack-'))
      const settings = await settingsFrom({}, folder)
      try {
        const projects = await startOpenStack(settings)
        writeCloudsFile(settings)
        const ports = await freePorts('console')
        const console = startConsole({ folder, ports, host: LOOPBACK, env: OWN_SETTINGS })
        const address = addressOf(ports.console)
        await untilReady(console, `${address}/readyz`)
        const cloud = realCloud(settings, projects)
        await use({ console: address, consoleLog: console.logFile, settings, cloud })
        await console.stop()
      } finally {
        await stopOpenStack(settings)
        rmSync(folder, { recursive: true, force: true })
      }
    },
    { scope: 'worker', timeout: START_MS },
  ],

  cloud: [({ servers }, use) => use(servers.cloud), { scope: 'worker' }],

  baseURL: ({ servers }, use) => use(servers.console),

  pageProblems: [
    async ({ context }, use) => {
      const problems = watchForProblems(context)
      await use(problems)
      expect(problems.found(), 'problems in the browser that no test asked for').toEqual([])
    },
    { auto: true },
  ],

  serverLogs: [
    async ({ servers }, use, testInfo) => {
      await use(undefined)
      if (testInfo.status === testInfo.expectedStatus) return
      const { consoleLog, settings } = servers
      const logs = { Console: consoleLog, Glance: requestLog(settings, 'glance') }
      for (const [name, path] of Object.entries(logs))
        if (path) await testInfo.attach(`${name}’s log`, { path, contentType: 'text/plain' })
    },
    { auto: true },
  ],
})
