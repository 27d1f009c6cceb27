/** Two consoles over one PostgreSQL behind one address: whichever answers, and whichever of them dies. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, test as base, expect } from '@playwright/test'
import { type Instances, startInstances } from '../scripts/instances.ts'
import { type SimulatorControls, simulatorControls } from '../scripts/simulator-controls.ts'
import { jobStatus, startImport } from './import-form.ts'
import { watchForProblems } from './page-problems.ts'
import { signIn } from './sign-in.ts'

/** Slow enough that an import outlives what is done to its console. */
const SPEED = 150

const test = base.extend<object, { console: Instances; simulator: SimulatorControls }>({
  console: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of wanted fixtures out of this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'slipway-instances-'))
      const instances = await startInstances(folder, SPEED)
      await use(instances)
      await instances.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  simulator: [({ console }, use) => use(simulatorControls(console.iam)), { scope: 'worker' }],
  baseURL: ({ console }, use) => use(console.address),
})

const importOf = (name: string) => ({ file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
const polls = 'GET /v1/{project_id}/jobs/{job_id}'

test('sign-in, form, action and polls work whichever instance answers, and an ETag is good for both', async ({
  page,
  console,
}) => {
  const problems = watchForProblems(page.context())
  await signIn(page)
  await startImport(page, importOf('any-instance'))
  await expect(jobStatus(page)).toHaveText('Running')
  const job = `/api${new URL(page.url()).pathname}`
  const [one, two] = console.instances
  // Cookies do not tell ports apart: each instance is asked past the balancer.
  await expect(async () => {
    const held = await page.request.get(`${one.address}${job}`)
    const again = await page.request.get(`${two.address}${job}`, {
      headers: { 'if-none-match': held.headers().etag ?? '' },
    })
    expect([held.status(), again.status()]).toEqual([200, 304])
  }).toPass()
  await expect(jobStatus(page)).toHaveText('Succeeded', { timeout: 60_000 })
  expect(problems.found()).toEqual([])
})

test('an instance that dies takes no import with it, and the page goes on with the other', async ({
  page,
  console,
  simulator,
}) => {
  await signIn(page)
  const submitted = await simulator.count('POST /v2/cloudimages/action')
  await startImport(page, importOf('survives-the-first'))
  await expect(jobStatus(page)).toHaveText('Running')
  const [one, two] = console.instances
  await one.kill()
  const before = await simulator.count(polls)
  await expect.poll(() => simulator.count(polls)).toBeGreaterThan(before)
  await expect(jobStatus(page)).toHaveText('Succeeded', { timeout: 60_000 })

  await one.start()
  await page.goto('/import')
  await startImport(page, importOf('survives-the-second'))
  await two.kill()
  await expect(jobStatus(page)).toHaveText('Succeeded', { timeout: 60_000 })
  await two.start()
  expect(await simulator.count('POST /v2/cloudimages/action')).toBe(submitted + 2)
})

test('signing out at one instance holds at the other at once', async ({ page, console, browser }) => {
  await signIn(page, '/jobs')
  const [one, two] = console.instances
  expect(await statuses(browser, await page.context().storageState(), [one.address, two.address])).toEqual([
    200, 200,
  ])
  const kept = await page.context().storageState()
  await page.getByRole('button', { name: /^demo/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  expect(await statuses(browser, kept, [one.address, two.address])).toEqual([401, 401])
})

async function statuses(
  browser: Browser,
  storageState: Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>,
  addresses: readonly string[],
): Promise<number[]> {
  const context = await browser.newContext({ storageState })
  const answers = await Promise.all(
    addresses.map(async (address) => (await context.request.get(`${address}/api/session`)).status()),
  )
  await context.close()
  return answers
}

test('a database that goes away is said so, and when it is back every import goes on', async ({
  page,
  console,
  simulator,
}) => {
  await signIn(page)
  const submitted = await simulator.count('POST /v2/cloudimages/action')
  await startImport(page, importOf('without-database'))
  await expect(jobStatus(page)).toHaveText('Running')
  const [one, two] = console.instances
  const ready = () =>
    Promise.all([one, two].map(async ({ address }) => (await page.request.get(`${address}/readyz`)).status()))
  console.postgres.crash()
  await expect.poll(ready).toEqual([503, 503])
  // The page keeps what it knew, and says that it is old.
  await expect(page.getByText(/did not answer the last time/)).toBeVisible({ timeout: 60_000 })
  await expect(jobStatus(page)).toHaveText('Running')
  console.postgres.start()
  await expect.poll(ready).toEqual([200, 200])
  await expect(jobStatus(page)).toHaveText('Succeeded', { timeout: 60_000 })
  expect(await simulator.count('POST /v2/cloudimages/action')).toBe(submitted + 1)
})
