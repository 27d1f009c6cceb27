/**
 * What every browser test starts from. Each Playwright worker has a simulated cloud and a console of its own on
 * free ports, and each test begins with the cloud as after a fresh start: no test sees another's faults, clock
 * or images. What a test leaves in the console (finished and paused imports) stays for the worker's next tests,
 * so give things names of their own.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { type Servers, startServersApart } from '../scripts/servers.ts'
import { type SimulatorControls, simulatorControls } from '../scripts/simulator-controls.ts'
import { type BucketFiles, bucketFiles } from './bucket-files.ts'
import { type PageProblems, watchForProblems } from './page-problems.ts'

export { expectNoAxeViolations } from './axe.ts'
export { signIn, submitSignIn } from './sign-in.ts'
export { expect }

/** An import of half an hour takes three seconds. A test that looks at a running job sets a slower clock. */
const SPEED = 600
/** Two processes on two busy cores. */
const START_MS = 120_000

type PerTest = {
  simulator: SimulatorControls
  bucketFiles: BucketFiles
  pageProblems: PageProblems
  serverLogs: undefined
}
type PerWorker = {
  /** How many private images the cloud begins with; other tests begin without any. */
  images: number
  servers: Servers
}

export const test = base.extend<PerTest, PerWorker>({
  images: [0, { option: true, scope: 'worker' }],

  servers: [
    async ({ images }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'slipway-e2e-'))
      const servers = await startServersApart(folder, SPEED, { images })
      await use(servers)
      await servers.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: START_MS },
  ],

  baseURL: ({ servers }, use) => use(servers.console),

  simulator: [
    async ({ servers }, use) => {
      const controls = simulatorControls(servers.iam)
      await controls.reset()
      await use(controls)
    },
    { auto: true },
  ],

  bucketFiles: async ({ servers }, use) => {
    const files = bucketFiles(servers.bucketsFolder)
    await use(files)
    files.removeAll()
  },

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
      for (const { name, logFile } of Object.values(servers.children))
        if (logFile) await testInfo.attach(`${name}'s log`, { path: logFile, contentType: 'text/plain' })
    },
    { auto: true },
  ],
})
