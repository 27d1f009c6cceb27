import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, submitImport, uniqueName } from './import-form.ts'

const VHD = 'ims-image:build-4412/debian-10-postgres.vhd'
const UEFI = 'ims-image:debian-12-uefi.qcow2'

const panel = (page: Page) => page.getByRole('region', { name: 'Preflight' })
const summary = (page: Page) => panel(page).getByRole('status')
const finding = (page: Page, title: string | RegExp) => panel(page).getByRole('article', { name: title })

/** Types the address and leaves the field, as if to go on with the next. */
async function typeFile(page: Page, address: string): Promise<void> {
  await fillImportForm(page, { file: address })
  await page.getByLabel('Image file').blur()
}

test('a file fills in what it tells, and says where it came from', async ({ page }) => {
  await signIn(page)
  await expect(summary(page)).toHaveText('Choose a file to see whether IMS will take it.')
  await typeFile(page, UEFI)
  await expect(summary(page)).toHaveText(/^All \d+ checks are fine$/)
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveValue('20')
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveAccessibleDescription(/Found in file/)
  await expect(page.getByRole('radio', { name: 'UEFI' })).toBeChecked()
  await expect(page.getByRole('radiogroup', { name: 'Boot mode' })).toHaveAccessibleDescription(
    /Found in file/,
  )
  await expect(panel(page)).toContainText('21 474 836 480')
  await expectNoAxeViolations(page)
})

test('the system that the file is named after is offered, and not filled in', async ({ page }) => {
  await signIn(page)
  await typeFile(page, VHD)
  const system = page.getByRole('combobox', { name: 'Operating system' })
  await expect(system).toHaveAccessibleDescription(/From file name: Debian GNU\/Linux 10.0.0 64bit/)
  await expect(system).toHaveValue('')
  await page.getByRole('button', { name: 'Use Debian GNU/Linux 10.0.0 64bit' }).click()
  await expect(system).toHaveValue('Debian GNU/Linux 10.0.0 64bit')
})

test('a file chosen again after Start empty fills the form in again', async ({ page }) => {
  await signIn(page)
  await typeFile(page, UEFI)
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveValue('20')
  await page.getByLabel('Description').fill('kept')
  await page.reload()
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveValue('20')
  await expect(summary(page)).toHaveText(/are fine$/)
  await page.getByRole('button', { name: 'Start empty' }).click()
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveValue('')
  await typeFile(page, UEFI)
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveValue('20')
  await expect(page.getByRole('radio', { name: 'UEFI' })).toBeChecked()
})

test('what was typed is never overwritten, and what the file says is one press away', async ({ page }) => {
  await signIn(page)
  await fillImportForm(page, { file: VHD, minDisk: '40' })
  const minimumDisk = page.getByLabel('Minimum disk (GB)')
  await minimumDisk.blur()
  await expect(minimumDisk).toHaveAccessibleDescription(
    /Enter 41 or more. The disk inside the file is 40.0013\sGiB.*Found in file: 41/,
  )
  await expect(minimumDisk).toHaveValue('40')
  await expect(minimumDisk).toHaveAttribute('aria-invalid', 'true')
  await expect(summary(page)).toHaveText(/^1 problem in \d+ checks$/)
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Use 41' }).click()
  await expect(minimumDisk).toHaveValue('41')
  await expect(minimumDisk).toHaveAttribute('aria-invalid', 'false')
  await expect(finding(page, /too small/)).toHaveCount(0)
})

test('a field is not filled in under the hands of who is in it, but when they leave it', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  await simulator.addFault({ service: 'obs', method: 'HEAD', delayMs: 1_000, times: 2 })
  const minimumDisk = page.getByLabel('Minimum disk (GB)')
  await fillImportForm(page, { file: UEFI })
  await minimumDisk.focus()
  await expect(summary(page)).toHaveText(/are fine$/)
  await expect(minimumDisk).toHaveAccessibleDescription(/Found in file: 20/)
  await expect(minimumDisk).toHaveValue('')
  await minimumDisk.blur()
  await expect(minimumDisk).toHaveValue('20')
})

test('findings follow the form without another read, and a press cures them', async ({ page, simulator }) => {
  await signIn(page)
  await typeFile(page, UEFI)
  await expect(summary(page)).toHaveText(/are fine$/)
  const reads = await simulator.count('GET /{bucket}/{object}')
  await page.getByRole('radio', { name: 'BIOS' }).check({ force: true })
  await finding(page, /Boot mode is BIOS/)
    .getByRole('button', { name: 'Change to UEFI' })
    .click()
  await expect(page.getByRole('radio', { name: 'UEFI' })).toBeChecked()
  await page.getByRole('radio', { name: 'Data disk' }).check({ force: true })
  await expect(finding(page, /Boot mode/)).toHaveCount(0)
  expect(await simulator.count('GET /{bucket}/{object}')).toBe(reads)
})

test('an installer is told by its content, and asks for its system', async ({ page }) => {
  await signIn(page)
  await typeFile(page, 'ims-image:installer.iso')
  await expect(finding(page, /Choose the operating system/)).toBeVisible()
  await page.getByRole('button', { name: /Advanced/ }).click()
  await expect(page.getByRole('radio', { name: 'ISO installer' })).toBeChecked()
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveValue('')
})

test('a disk without partitions is offered as a data disk, and not made one', async ({ page }) => {
  await signIn(page)
  await typeFile(page, 'ims-image:data-volume.qcow2')
  const offer = finding(page, /no partition table/)
  await expect(page.getByRole('radio', { name: 'System disk' })).toBeChecked()
  await offer.getByRole('button', { name: 'Switch to data disk' }).click()
  await expect(page.getByRole('radio', { name: 'Data disk' })).toBeChecked()
  await expect(offer).toHaveCount(0)
})

test('a problem keeps the import from being sent until it is mended', async ({ page, simulator }) => {
  await signIn(page)
  const name = uniqueName('blocked')
  await fillImportForm(page, { file: VHD, name, minDisk: '40' })
  await submitImport(page)
  const problems = page.getByRole('alert').filter({ hasText: 'There is 1 problem' })
  await expect(problems).toBeFocused()
  await problems.getByRole('link', { name: /Enter 41 or more/ }).click()
  await expect(page.getByLabel('Minimum disk (GB)')).toBeFocused()
  expect(await simulator.count('POST /v2/cloudimages/action')).toBe(0)

  await page.getByLabel('Minimum disk (GB)').fill('41')
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
})

for (const { what, file, title, command } of [
  {
    what: 'an archive',
    file: 'faulty/appliance.ova',
    title: 'The file is OVA, not a disk',
    command: /tar -xf/,
  },
  {
    what: 'a compressed file under another name',
    file: 'faulty/compressed-inside.qcow2',
    title: /gzip/i,
    command: /gunzip|gzip -d/,
  },
] as const) {
  test(`${what} is named, with the command that mends it, and no way past it`, async ({ page }) => {
    await signIn(page)
    await typeFile(page, `ims-image:${file}`)
    const card = finding(page, title).first()
    await expect(card).toContainText('Blocks import')
    await expect(card.getByRole('region', { name: 'Command' })).toContainText(command)
    await expect(panel(page).getByLabel(/Send it anyway/)).toHaveCount(0)
  })
}

test('what may yet work is sent anyway by choice, and a reload keeps the choice', async ({ page }) => {
  await signIn(page)
  await fillImportForm(page, {
    file: 'ims-image:faulty/backing-file.qcow2',
    name: uniqueName('anyway'),
    minDisk: '40',
  })
  const card = finding(page, /backing file/)
  await card.getByText('Details').click()
  await card.getByLabel('Send it anyway; I know IMS may refuse').check()
  await expect(card).toContainText('Will be sent anyway')
  await page.getByLabel('Description').fill('kept')
  await page.reload()
  await expect(page.getByLabel('Description')).toHaveValue('kept')
  await expect(card).toContainText('Will be sent anyway')
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Failed')
})

for (const { address, title } of [
  { address: 'ims-image:no-such.qcow2', title: 'There is no file no-such.qcow2 in ims-image' },
  { address: 'no-such-bucket:a.qcow2', title: 'There is no bucket called no-such-bucket' },
  { address: 'not-yours:secret.qcow2', title: 'The bucket not-yours belongs to another account' },
  { address: 'archive-nl:old-server.qcow2', title: /archive-nl is in eu-nl. IMS in .* cannot read it/ },
]) {
  test(`${address} is told apart`, async ({ page }) => {
    await signIn(page)
    await typeFile(page, address)
    await expect(finding(page, title)).toBeVisible()
    await expect(page.getByLabel('Image file')).toHaveAttribute('aria-invalid', 'true')
  })
}

test('a file that cannot be looked at is no reason not to send it', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\/inspection/)
  await signIn(page)
  await simulator.addFault({ service: 'obs', status: 503, times: 100 })
  await fillImportForm(page, { file: UEFI, name: uniqueName('unseen'), minDisk: '20' })
  await expect(summary(page)).toHaveText('Cannot read the file')
  await simulator.clearFaults()
  await panel(page).getByRole('button', { name: 'Check again' }).click()
  await expect(summary(page)).toHaveText(/are fine$/)
})

test('a session that ends while a file is read disturbs nobody, and is told when asked again', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\//)
  // No test imports into this project: the end of what runs is asked for aloud.
  await signIn(page, '/import', { project: 'eu-de_lab' })
  await fillImportForm(page, {})
  await simulator.advanceSeconds(25 * 3600)
  await typeFile(page, UEFI)
  await expect(panel(page)).toContainText('Your session has ended')
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(dialog).toBeHidden()
  await panel(page).getByRole('button', { name: 'Check again' }).last().click()
  await dialog.getByLabel('Password', { exact: true }).fill('demo-password')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(summary(page)).toHaveText(/are fine$/)
})

test('a session that ends before the imports were first counted disturbs nobody either', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\//)
  let answer = () => {}
  const mayAnswer = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/jobs', async (route) => {
    await mayAnswer
    await route.continue()
  })
  await signIn(page)
  await fillImportForm(page, {})
  await simulator.advanceSeconds(25 * 3600)
  // The cloud refuses the token first, and the console what asks after that.
  await typeFile(page, UEFI)
  await expect(panel(page)).toContainText('Your session has ended')
  const refused = page.waitForResponse((response) => response.url().endsWith('/api/jobs'))
  answer()
  expect((await refused).status()).toBe(401)
  await page.getByLabel('Image name').click()
  await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeHidden()
})

test('pressing Import image waits for a file that is still being read', async ({ page, simulator }) => {
  await signIn(page)
  await fillImportForm(page, { name: uniqueName('early') })
  await simulator.addFault({ service: 'obs', method: 'HEAD', delayMs: 2_000, times: 2 })
  // The name was typed first: the file's own does not take its place.
  await page.getByLabel('Image file').fill(VHD)
  await submitImport(page)
  await expect(page.getByRole('button', { name: 'Finishing the checks…' })).toBeVisible()
  await page.waitForURL(/\/jobs\//)
  await expect(page.getByRole('main')).toContainText('41')
})

test('Check again reads the file anew', async ({ page, bucketFiles }) => {
  await signIn(page)
  bucketFiles.copy('debian-12-uefi.qcow2', 'changing/server.qcow2')
  await typeFile(page, 'ims-image:changing/server.qcow2')
  await expect(summary(page)).toHaveText(/are fine$/)
  bucketFiles.copy('faulty/virtual-size-80-gb.qcow2', 'changing/server.qcow2')
  await panel(page).getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveValue('80')
})

test('who comes back to the page is told that the file has changed meanwhile', async ({
  page,
  bucketFiles,
}) => {
  await page.clock.install()
  await signIn(page)
  bucketFiles.copy('debian-12-uefi.qcow2', 'changing/meanwhile.qcow2')
  await fillImportForm(page, { file: 'ims-image:changing/meanwhile.qcow2', minDisk: '20' })
  await page.clock.runFor(1_000)
  await expect(summary(page)).toHaveText(/are fine$/)
  // A field is not judged while somebody is in it.
  await page.getByLabel('Minimum disk (GB)').blur()
  bucketFiles.copy('faulty/virtual-size-80-gb.qcow2', 'changing/meanwhile.qcow2')
  await page.clock.runFor(120_000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  await expect(panel(page)).toContainText('The file changed in the bucket at')
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveAccessibleDescription(/Enter 80 or more/)
})

test('a file on this computer is checked here, and changes nothing in the form', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  await typeFile(page, UEFI)
  await expect(summary(page)).toHaveText(/are fine$/)
  await page.getByLabel('Check a file on this computer').setInputFiles({
    name: 'rhel76.qcow2',
    mimeType: 'application/octet-stream',
    buffer: gzipSync('nothing'),
  })
  await expect(panel(page)).toContainText('rhel76.qcow2')
  await expect(finding(page, /gzip/i).first()).toContainText('Blocks import')
  await expect(page.getByText(/blocks this import/)).toHaveCount(0)
  await expectNoAxeViolations(page)
  await panel(page).getByRole('button', { name: 'Close' }).click()
  await expect(summary(page)).toHaveText(/are fine$/)
  const written = Object.keys(await simulator.counters()).filter((call) =>
    /^(PUT|POST) \/\{bucket/.test(call),
  )
  expect(written).toEqual([])
})

test('a file dropped on the panel is checked, one dropped beside it keeps the page', async ({ page }) => {
  await signIn(page)
  const drop = (target: string) =>
    page.locator(target).evaluate((element) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['just a note'], 'notes.txt'))
      for (const type of ['dragenter', 'dragover', 'drop'])
        element.dispatchEvent(
          new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
        )
    })
  await drop('body')
  await expect(summary(page)).toHaveText('Choose a file to see whether IMS will take it.')
  await drop('#preflight')
  await expect(panel(page)).toContainText('notes.txt')
  await expect(panel(page)).toContainText('The format is not known')
})

test('Alt+P leads to the panel and back', async ({ page }) => {
  await signIn(page)
  await fillImportForm(page, {})
  await page.getByLabel('Image name').focus()
  await page.keyboard.press('Alt+p')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Check a file on this computer')).toBeFocused()
  await page.keyboard.press('Alt+p')
  await expect(page.getByLabel('Image name')).toBeFocused()
})
