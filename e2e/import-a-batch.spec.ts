import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { jobStatus, uniqueName } from './import-form.ts'

const IMPORT = 'POST /v2/cloudimages/action'

async function openBatch(page: Page): Promise<void> {
  await signIn(page, '/import/batch')
  await ready(page)
}

const ready = (page: Page) => expect(page.locator('[data-ready]')).toBeVisible()

async function paste(page: Page, text: string): Promise<void> {
  await page.getByText('Paste rows').click()
  await page.getByLabel('Rows', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Add rows' }).click()
}

const cell = (page: Page, label: string, row: number) =>
  page.getByLabel(`${label}, row ${row}`, { exact: true })
const send = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true })

test('sound rows are imported, the others stay and are mended, and the summary is still there later', async ({
  page,
  simulator,
}) => {
  const [first, second, broken, blocked] = ['one', 'two', 'three', 'four'].map((stem) =>
    uniqueName(`batch-${stem}`),
  )
  await openBatch(page)
  await expectNoAxeViolations(page)
  await paste(
    page,
    [
      'Image file,Image name,Minimum disk (GB),Operating system,Tags,Image type',
      `ims-image:centos70.qcow2,${first},,,owner.web | stage.prod,`,
      `ims-image:data-volume.qcow2,${second},20,,,Data disk`,
      `ims-image:debian-12-uefi.qcow2,${broken}@,,,,`,
      `ims-image:faulty/cut-short.qcow2,${blocked},,,,`,
    ].join('\n'),
  )
  await expect(cell(page, 'Image name', 3)).toHaveAccessibleDescription(/Remove the @/)
  // What the files know is filled in, and one of them cannot work.
  await expect(cell(page, 'Minimum disk (GB)', 1)).toHaveValue('40')
  await expect(page.getByRole('row', { name: /^4 / })).toContainText('problem')
  await expect(send(page, 'Import 2 of 4 images')).toBeVisible()
  await expectNoAxeViolations(page)

  await cell(page, 'Minimum disk (GB)', 1).fill('10')
  await cell(page, 'Minimum disk (GB)', 2).focus()
  await page.getByRole('button', { name: 'Use 40: Minimum disk (GB), row 1' }).click()
  await expect(cell(page, 'Minimum disk (GB)', 1)).toHaveValue('40')
  await cell(page, 'Image name', 3).fill(broken ?? '')
  await expect(send(page, 'Import 3 of 4 images')).toBeVisible()
  await cell(page, 'Image name', 1).fill(second ?? '')
  await cell(page, 'Image name', 2).focus()
  await expect(cell(page, 'Image name', 1)).toHaveAccessibleDescription('Row 2 has this name, too.')
  await cell(page, 'Image name', 1).fill(first ?? '')
  await page.reload()
  await ready(page)
  await expect(cell(page, 'Image name', 3)).toHaveValue(broken ?? '')
  await send(page, 'Import 3 of 4 images').click()

  await page.waitForURL(/\/import\/batch\?batch=/)
  await expect(page.getByRole('main')).toContainText('3 succeeded')
  const done = page.getByRole('row').filter({ hasText: first ?? '' })
  await expect(done.getByRole('link', { name: 'Open image' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('1 row was not sent')
  await expectNoAxeViolations(page)
  expect(await simulator.count(IMPORT)).toBe(2)
  await page.reload()
  await expect(page.getByRole('main')).toContainText('3 succeeded')
  await page.getByRole('link', { name: first ?? '' }).click()
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await page.goBack()

  await page.getByRole('link', { name: 'Show the row' }).click()
  await expect(cell(page, 'Image name', 1)).toHaveValue(blocked ?? '')
  await page.getByRole('button', { name: 'Remove row 1' }).click()
  await expect(page.getByRole('table')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Put it back' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cell(page, 'Image name', 1)).toHaveValue(blocked ?? '')
})

test('what IMS refuses is told in the summary, and is mended in the form', async ({ page, simulator }) => {
  const name = uniqueName('batch-refused')
  await openBatch(page)
  await simulator.addFault({
    service: 'ims',
    method: 'POST',
    path: '/v2/cloudimages/action',
    status: 400,
    body: { error: { code: 'IMG.0055', message: 'no' } },
  })
  await paste(page, `ims-image:centos70.qcow2,${name},40`)
  await send(page, 'Import 1 image').click()
  await page.waitForURL(/\/import\/batch\?batch=/)
  await expect(page.getByRole('main')).toContainText('1 failed')
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('IMG.0055')
  await page.getByRole('link', { name: 'Fix and import again' }).click()
  await expect(page.getByLabel('Image name')).toHaveValue(name)
})

test('a lost answer sends nothing twice', async ({ page, simulator, pageProblems }) => {
  pageProblems.allowFailedRequest(/\/import\/batch/)
  const name = uniqueName('batch-again')
  await openBatch(page)
  await paste(page, `ims-image:centos70.qcow2,${name},40`)
  await expect(send(page, 'Import 1 image')).toBeVisible()
  // The server takes the row, and the browser never hears of it.
  let isCut = false
  await page.route('**/import/batch', async (route) => {
    if (isCut || route.request().method() !== 'POST') return route.continue()
    isCut = true
    await route.fetch()
    await route.abort()
  })
  await send(page, 'Import 1 image').click()
  await expect(page.getByRole('main')).toContainText('Slipway did not answer')
  await send(page, 'Import 1 image').click()
  await page.waitForURL(/\/import\/batch\?batch=/)
  await expect(page.getByRole('main')).toContainText('1 succeeded')
  expect(await simulator.count(IMPORT)).toBe(1)
})

test('files are chosen in several folders, and a CSV file is read', async ({ page }) => {
  await openBatch(page)
  await page.getByRole('button', { name: 'Choose files' }).click()
  const picker = page.getByRole('dialog', { name: 'Choose files' })
  await picker.getByRole('button', { name: /^ims-image/ }).click()
  await picker.getByRole('checkbox', { name: 'centos70.qcow2' }).check()
  await picker.getByRole('button', { name: 'build-4412/' }).click()
  await picker.getByRole('checkbox', { name: 'debian-10-postgres.vhd' }).check()
  await expectNoAxeViolations(page)
  await picker.getByRole('button', { name: 'Add 2 files' }).click()
  await expect(cell(page, 'Image file', 2)).toHaveValue('ims-image:build-4412/debian-10-postgres.vhd')
  await expect(cell(page, 'Image name', 2)).toHaveValue('debian-10-postgres')

  await page.getByLabel('CSV file').setInputFiles({
    name: 'rows.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('\ufeffImage file;Image name\r\nims-image:data-volume.qcow2;"billing; data"\r\n'),
  })
  await expect(cell(page, 'Image name', 3)).toHaveValue('billing; data')
  await page.getByLabel('CSV file').setInputFiles({
    name: 'wrong.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Image file,Colour\nims-image:a.raw,red'),
  })
  await expect(page.getByRole('alert').filter({ hasText: 'wrong.csv' })).toContainText('column Colour')
  await page.getByRole('button', { name: 'More fields, row 3' }).click()
  await page.getByLabel('Image type').selectOption('Data disk')
  await expect(page.getByRole('row', { name: /^3 / })).toContainText('Data disk')
  await expectNoAxeViolations(page)
})

test('a text that cannot be read says why and stays', async ({ page }) => {
  await openBatch(page)
  await paste(page, 'ims-image:a.raw,"web')
  await expect(page.getByLabel('Rows', { exact: true })).toHaveAccessibleDescription(
    /Close the quotation mark that is opened in line 1/,
  )
  await expect(page.getByLabel('Rows', { exact: true })).toHaveValue('ims-image:a.raw,"web')
})

test('no batch with an unknown id', async ({ page }) => {
  await signIn(page, '/import/batch?batch=00000000-0000-4000-8000-000000000000')
  await expect(page.getByRole('main')).toContainText('No batch with this id in eu-de_demo')
})
