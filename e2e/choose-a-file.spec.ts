import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, uniqueName } from './import-form.ts'

const LIST_OBJECTS = { service: 'obs', method: 'GET', path: '/{bucket}' } as const
const LIST_BUCKETS = { service: 'obs', method: 'GET', path: '/' } as const
/** The first try of the browser and the two after it. */
const TRIES = 3

const field = (page: Page) => page.getByLabel('Image file')
const list = (page: Page) => page.getByRole('listbox', { name: 'Buckets and files' })
const row = (page: Page, name: string | RegExp) => list(page).getByRole('option', { name })

/** In the list, not as it is announced. */
const said = (page: Page, words: string) => page.getByRole('main').getByText(words, { exact: true })

async function openForm(page: Page) {
  await signIn(page)
  await expect(page.locator('form[data-ready]')).toBeVisible()
}

/** Letter by letter, as a person types. */
async function type(page: Page, text: string) {
  await field(page).pressSequentially(text)
}

test('from the empty field to a file in a folder by keyboard alone, and on to the import', async ({
  page,
}) => {
  const { keyboard } = page
  await openForm(page)
  await expect(field(page)).toHaveRole('combobox')
  await expect(field(page)).toHaveAccessibleName('Image file')
  await field(page).focus()
  await expect(list(page)).toBeHidden()

  await keyboard.press('ArrowDown')
  await expect(row(page, /archive-nl/)).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(field(page)).toHaveValue('ims-image:')
  await expect(row(page, 'Back to buckets')).toBeVisible()
  await expect(row(page, 'build-4412/')).toBeVisible()
  await expect(row(page, /centos70\.qcow2/)).toContainText('Standard')

  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(field(page)).toHaveValue('ims-image:build-4412/')
  await expect(row(page, 'Up to ims-image')).toBeVisible()
  await expectNoAxeViolations(page)
  await keyboard.press('ArrowDown')
  const active = row(page, /debian-10-postgres\.vhd/)
  await expect(active).toHaveAttribute('aria-selected', 'true')
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await active.getAttribute('id')) ?? '')
  await keyboard.press('Enter')

  await expect(field(page)).toHaveValue('ims-image:build-4412/debian-10-postgres.vhd')
  await expect(field(page)).toBeFocused()
  await expect(list(page)).toBeHidden()
  await expect(page.getByLabel('Image name')).toHaveValue('debian-10-postgres')

  await fillImportForm(page, { name: uniqueName('chosen'), minDisk: '41' })
  await field(page).focus()
  await keyboard.press('ArrowDown')
  await expect(list(page)).toBeVisible()
  await keyboard.press('Control+Enter')
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
})

test('with the mouse down to a folder, up again and to a file', async ({ page }) => {
  await openForm(page)
  await field(page).click()
  await expect(list(page)).toBeVisible()
  await expectNoAxeViolations(page)
  await expect(row(page, /ims-image/)).toContainText('eu-de')
  await expect(row(page, /archive-nl/)).toContainText('eu-nl: IMS in eu-de cannot read it')
  await row(page, /ims-image/).click()
  await row(page, 'faulty/').click()
  await expect(field(page)).toHaveValue('ims-image:faulty/')
  await row(page, 'Up to ims-image').click()
  await row(page, /centos70\.qcow2/).click()
  await expect(field(page)).toHaveValue('ims-image:centos70.qcow2')
  await expect(list(page)).toBeHidden()

  await page.getByRole('button', { name: 'Buckets and files' }).click()
  await expect(row(page, /centos70\.qcow2/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list(page)).toBeHidden()
  await expect(field(page)).toHaveValue('ims-image:centos70.qcow2')
})

test('typing narrows the list, and OBS is asked once for many letters', async ({ page, simulator }) => {
  await openForm(page)
  await type(page, 'mag')
  await expect(row(page, /ims-image/)).toBeVisible()
  await expect(row(page, /archive-nl/)).toBeHidden()
  await field(page).fill('')
  await type(page, 'ims-image:')
  await expect(row(page, /centos70/)).toBeVisible()
  const asked = await simulator.count('GET /{bucket}')
  await type(page, 'de')
  await expect(row(page, /debian-12-uefi/)).toBeVisible()
  await expect(row(page, /centos70/)).toBeHidden()
  await type(page, 'x')
  await expect(said(page, 'No file begins with dex.')).toBeVisible()
  expect((await simulator.count('GET /{bucket}')) - asked).toBeLessThanOrEqual(2)
  await page.keyboard.press('Backspace')
  await expect(row(page, /debian-12-uefi/)).toBeVisible()
  await expect(said(page, '1 file')).toBeVisible()
  await expect(page.getByText('1 file in ims-image:de')).toBeAttached()
})

test('an address put in whole needs no list, and leaving closes it', async ({ page }) => {
  await openForm(page)
  await field(page).click()
  await expect(list(page)).toBeVisible()
  await field(page).fill('ims-image/centos70.qcow2')
  await expect(list(page)).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('ims-image:centos70.qcow2')
  await page.keyboard.press('ArrowDown')
  await expect(list(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(list(page)).toBeHidden()
  await expect(field(page)).not.toBeFocused()

  await field(page).fill('https://ims-image.obs.eu-de.otc.t-systems.com/centos70.qcow2')
  await page.keyboard.press('ArrowDown')
  await expect(list(page)).toBeHidden()
})

test('a bucket of 2,500 files is read as far as it is looked at', async ({
  page,
  bucketFiles,
  simulator,
}) => {
  const { keyboard } = page
  bucketFiles.makeBucket(
    'many-files',
    Array.from({ length: 2500 }, (_, n) => `disk-${String(n).padStart(4, '0')}.raw`),
  )
  await openForm(page)
  await type(page, 'many-files:')
  await expect(row(page, /disk-0000\.raw/)).toBeVisible()
  await expect(said(page, '1000 files so far')).toBeVisible()
  expect(await simulator.count('GET /{bucket}')).toBe(1)
  expect(await list(page).getByRole('option').count()).toBeLessThan(100)

  await list(page).evaluate((box) => box.scrollTo(0, box.scrollHeight))
  await expect(said(page, '2000 files so far')).toBeVisible()
  await keyboard.press('ArrowUp')
  await expect(said(page, '2500 files')).toBeVisible()
  await expect(row(page, /disk-2000\.raw/)).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  await expect(field(page)).toHaveValue('many-files:disk-1999.raw')
  expect(await simulator.count('GET /{bucket}')).toBe(3)
})

test('a page that does not come can be asked for again', async ({
  page,
  bucketFiles,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\/buckets\/many-files/)
  bucketFiles.makeBucket(
    'many-files',
    Array.from({ length: 1005 }, (_, n) => `disk-${String(n).padStart(4, '0')}.raw`),
  )
  await openForm(page)
  await type(page, 'many-files:')
  await expect(said(page, '1000 files so far')).toBeVisible()
  await simulator.addFault({ ...LIST_OBJECTS, status: 403, times: TRIES })
  await page.keyboard.press('ArrowUp')
  await expect(row(page, 'Try again')).toBeVisible()
  await simulator.clearFaults()
  await row(page, 'Try again').click()
  await expect(said(page, '1005 files')).toBeVisible()
})

test('a name that IMS cannot be given says so in the list, and why at the field', async ({
  page,
  bucketFiles,
}) => {
  bucketFiles.makeBucket('odd-names', ['my disk.qcow2', 'fine.qcow2'])
  await openForm(page)
  await type(page, 'odd-names:')
  await expect(row(page, /my disk\.qcow2/)).toContainText('IMS cannot take this name')
  await expect(row(page, /fine\.qcow2/)).not.toContainText('IMS cannot take')
  await row(page, /my disk\.qcow2/).click()
  await expect(field(page)).toHaveValue('odd-names:my disk.qcow2')
  await expect(field(page)).toHaveAccessibleDescription(/cannot contain spaces/)
})

test('each bucket that cannot be opened says why', async ({ page, pageProblems, bucketFiles }) => {
  pageProblems.allowFailedRequest(/\/api\/buckets\//)
  bucketFiles.makeBucket('empty-bucket', [])
  await openForm(page)
  for (const [bucket, words] of [
    ['not-yours', 'You may not list the files of not-yours.'],
    ['no-such-bucket', 'There is no bucket called no-such-bucket.'],
    ['archive-nl', 'The bucket archive-nl is in eu-nl. IMS in eu-de cannot read it.'],
    ['empty-bucket', 'No files in this bucket.'],
  ]) {
    await field(page).fill('')
    await type(page, `${bucket}:`)
    await expect(said(page, `${words}`)).toBeVisible()
    await expect(row(page, 'Try again')).toBeHidden()
    await expect(row(page, 'Back to buckets')).toBeVisible()
  }
})

test('who may not list buckets may still look into one by its name', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\/buckets$/)
  await openForm(page)
  await simulator.addFault({
    ...LIST_BUCKETS,
    status: 403,
    body: '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
    times: 9,
  })
  await field(page).click()
  await expect(said(page, 'You may not list buckets.')).toBeVisible()
  await expect(said(page, 'Type the name of one.')).toBeVisible()
  await type(page, 'ims-image:')
  await expect(row(page, /centos70/)).toBeVisible()
})

test('OBS out of reach is said, and tried again from the list', async ({ page, simulator, pageProblems }) => {
  pageProblems.allowFailedRequest(/\/api\/buckets/)
  await openForm(page)
  await simulator.addFault({ service: 'obs', status: 503, times: 500 })
  await field(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(row(page, 'Try again')).toHaveAttribute('aria-selected', 'true')
  await expectNoAxeViolations(page)
  await simulator.clearFaults()
  await page.keyboard.press('Enter')
  await expect(row(page, /ims-image/)).toBeVisible()
})
