/** Two regions, each a simulated cloud of its own, and one console that knows both. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { freePorts } from '../scripts/ports.ts'
import { addressOf, startServersApart } from '../scripts/servers.ts'
import { type SimulatorControls, simulatorControls } from '../scripts/simulator-controls.ts'
import { expectNoAxeViolations } from './axe.ts'
import { jobStatus } from './import-form.ts'
import { signIn, submitSignIn } from './sign-in.ts'

const SPEED = 600
const THERE = 'eu-nl · Simulator'

type Region = { simulator: SimulatorControls; bucket: string }

const test = base.extend<object, { regions: { address: string; here: Region; there: Region } }>({
  regions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of wanted fixtures out of this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'slipway-regions-'))
      const abroad = await freePorts('iam', 'ims', 'obs')
      const servers = await startServersApart(folder, SPEED, { abroad })
      await use({
        address: servers.console,
        here: {
          simulator: simulatorControls(servers.iam),
          bucket: join(servers.bucketsFolder, 'ims-image'),
        },
        there: {
          simulator: simulatorControls(addressOf(abroad.iam)),
          bucket: join(folder, 'eu-nl', 'buckets', 'ims-image'),
        },
      })
      await servers.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ regions }, use) => use(regions.address),
})

test('an image is exported here, its file is moved, and the form over there is filled in', async ({
  page,
  regions: { here, there },
}) => {
  const id = await here.simulator.putImage({
    name: 'web-base-12',
    min_disk: 41,
    hw_firmware_type: 'uefi',
    tags: ['team=web'],
    __os_version: 'Debian GNU/Linux 10.0.0 64bit',
    __data_origin: 'file,ims-image:in/web-base.qcow2',
    __system__cmkid: '11111111-1111-4111-8111-111111111111',
  })
  await signIn(page, `/images/${id}`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: /^Replicate/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Export image' }).click()
  await expect(dialog).toContainText('Enter a bucket.')
  await dialog.getByLabel(`Bucket in ${THERE}`).fill('ims-image')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Export image' }).click()
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  const main = page.getByRole('main')
  await expect(main).toContainText('s3://ims-image/web-base-12.qcow2')
  await expectNoAxeViolations(page)

  // What the command does, the two buckets being folders here.
  copyFileSync(join(here.bucket, 'web-base-12.qcow2'), join(there.bucket, 'web-base-12.qcow2'))

  // Another day: the page of the export has the rest of the way.
  await page.reload()
  await page.getByRole('link', { name: `Go on in ${THERE}` }).click()
  await expect(page.getByText(`Sign in to ${THERE} to go on there.`)).toBeVisible()
  await expect(page.getByLabel('Region')).toHaveValue('simulator-nl')
  await expectNoAxeViolations(page)
  await submitSignIn(page, { project: 'eu-nl_demo' })

  await page.waitForURL(/\/import\?/)
  await expect(main).toContainText('Filled in from web-base-12 of eu-de · Simulator, eu-de_demo')
  await expect(main).toContainText('It is encrypted there, and a key is of one region.')
  await expect(page.getByLabel('Image file')).toHaveValue('ims-image:web-base-12.qcow2')
  await expect(page.getByLabel('Image name')).toHaveValue('web-base-12')
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveValue('41')
  await expect(page.getByRole('combobox', { name: 'Operating system' })).toHaveValue(
    'Debian GNU/Linux 10.0.0 64bit',
  )
  await expect(page.getByRole('radio', { name: 'UEFI' })).toBeChecked()
  await expect(main).toContainText('team=web')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Import image' }).click()
  await page.waitForURL(/\/jobs\//)
  await page.waitForURL(/\/images\//, { timeout: 60_000 })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('web-base-12')
  expect(await there.simulator.count('POST /v2/cloudimages/action')).toBe(1)
  expect(await here.simulator.count('POST /v2/cloudimages/action')).toBe(0)
})

test('the sign-in page leads on at once where the session is in that region already', async ({ page }) => {
  await signIn(page)
  await page.goto(`/sign-in?region=simulator&next=${encodeURIComponent('/images')}`)
  await page.waitForURL(/\/images$/)
})

test('regions that cannot be read are asked for again, and what was typed stays', async ({
  page,
  regions: { here },
}) => {
  const id = await here.simulator.putImage({ name: 'web-base-13' })
  await signIn(page, `/images/${id}`)
  await page.route('**/api/regions', (route) => route.abort())
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: /^Replicate/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('The other regions could not be read')
  await expectNoAxeViolations(page)
  await dialog.getByLabel('Bucket in that region').fill('ims-image')
  await page.unroute('**/api/regions')
  await dialog.getByRole('button', { name: 'Read again' }).click()
  await expect(dialog.getByLabel(`Bucket in ${THERE}`)).toHaveValue('ims-image')
  await expect(dialog).not.toContainText('The other regions could not be read')
})
