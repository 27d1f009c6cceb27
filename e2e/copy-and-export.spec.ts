import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures.ts'
import { expectHearing, holdActions, openImage, told } from './image-page.ts'
import { jobStatus, uniqueName } from './import-form.ts'

const EXPORT = 'POST /v1/cloudimages/{image_id}/file'
const COPY = 'POST /v1/cloudimages/{image_id}/copy'
const call = (key: string) => ({ service: 'ims', method: 'POST', path: key.replace('POST ', '') }) as const

const dialog = (page: Page) => page.getByRole('dialog')

async function openAct(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: act }).click()
  await expect(dialog(page)).toBeVisible()
}

test('an image is exported as a job that is watched, and its page says so', async ({
  page,
  simulator,
  bucketFiles,
}) => {
  const name = uniqueName('exported')
  const id = await simulator.putImage({ name, __data_origin: 'file,ims-image:in/base.qcow2' })
  await openImage(page, id)
  await openAct(page, 'Export…')
  const bucket = dialog(page).getByRole('combobox', { name: 'Bucket' })
  await expect(bucket).toHaveValue('ims-image')
  // Escape closes the list and not the dialog.
  await bucket.press('ArrowDown')
  const choices = dialog(page).getByRole('listbox', { name: 'Choices' })
  await expect(choices.getByRole('option', { name: 'ims-image' })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(choices).toBeHidden()
  await expect(dialog(page)).toBeVisible()
  // Where nothing is found there is no list to close.
  await bucket.fill('no-such')
  await expect(choices).toBeHidden()
  await expect(bucket).toHaveAttribute('aria-expanded', 'false')
  await bucket.fill('imag')
  await choices.getByRole('option', { name: 'ims-image' }).click()
  await expect(bucket).toHaveValue('ims-image')
  await expect(dialog(page)).toBeVisible()
  await expect(dialog(page).getByLabel('File name')).toHaveValue(`${name}.qcow2`)
  await dialog(page).getByLabel('Format').selectOption('vhd')
  await expect(dialog(page).getByLabel('File name')).toHaveValue(`${name}.vhd`)
  await expectNoAxeViolations(page)
  await simulator.setSpeed(30)
  await dialog(page).getByRole('button', { name: 'Export image' }).click()
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Running')
  await expect(page.getByRole('main')).toContainText('IMS is writing the file')
  await expectNoAxeViolations(page)

  const job = page.url()
  await page.goto(`/images/${id}`)
  await expectHearing(page)
  await expect(page.getByRole('region', { name: 'Made of it' })).toContainText(`ims-image:${name}.vhd`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem', { name: /^Export/ })).toContainText('being exported already')
  await expect(page.getByRole('menuitem', { name: /^Delete/ })).toContainText('being exported')

  await page.goto('/images')
  await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Delete' }).click()
  await expect(dialog(page)).toContainText(`${name}: It is being exported. Delete it when that ends.`)
  await expect(dialog(page).getByRole('button', { name: /^Delete/ })).toHaveCount(0)

  await page.goto(job)
  await simulator.setSpeed(6000)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await expect(page.getByRole('main')).toContainText(`ims-image:${name}.vhd`)
  // The file is there, for whoever imports it.
  bucketFiles.copy(`${name}.vhd`, `${name}-again.vhd`)
  bucketFiles.remove(`${name}.vhd`)
  expect(await simulator.count(EXPORT)).toBe(1)
})

test('a copy whose dialog was closed meanwhile goes on, and the next one is another', async ({
  page,
  simulator,
}) => {
  const name = uniqueName('twice')
  await openImage(page, await simulator.putImage({ name }))
  const letGo = await holdActions(page)
  await openAct(page, 'Copy…')
  await dialog(page).getByRole('button', { name: 'Copy image' }).click()
  await page.keyboard.press('Escape')
  letGo()
  await expect(told(page)).toContainText(`Copy of ${name} was sent to IMS`)
  await openAct(page, 'Copy…')
  await dialog(page).getByRole('button', { name: 'Copy image' }).click()
  await page.waitForURL(/\/jobs\//)
  expect(await simulator.count(COPY)).toBe(2)
})

test('what stands in the way of an export is said at its field, and nothing typed is lost', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('refused') })
  await openImage(page, id)
  await openAct(page, 'Export…')
  await dialog(page).getByLabel('Bucket').fill('')
  await dialog(page).getByRole('button', { name: 'Export image' }).click()
  await expect(dialog(page)).toContainText('Choose a bucket.')
  await dialog(page).getByLabel('Bucket').fill('ims-image')
  await dialog(page).getByLabel('File name').fill('centos70.qcow2')
  await dialog(page).getByRole('button', { name: 'Export image' }).click()
  await expect(dialog(page)).toContainText('IMG.0070')
  await expect(dialog(page).getByLabel('File name')).toHaveValue('centos70.qcow2')
  await expectNoAxeViolations(page)

  await dialog(page)
    .getByLabel('File name')
    .fill(`${uniqueName('free')}.qcow2`)
  await dialog(page).getByRole('button', { name: 'Export image' }).click()
  await page.waitForURL(/\/jobs\//)
})

test('an export that IMS gives up is explained, and leads back to its image', async ({ page, simulator }) => {
  const id = await simulator.putImage({ name: uniqueName('given-up') })
  await openImage(page, id)
  await openAct(page, 'Export…')
  await simulator.failNextJob('imsNativeExportImageJob', 'IMG.0071')
  await dialog(page).getByRole('button', { name: 'Export image' }).click()
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Failed')
  await expect(page.getByRole('main')).toContainText('IMG.0071')
  await expect(page.getByRole('link', { name: 'Fix and import again' })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Open the image to try again' }).click()
  await expect(page).toHaveURL(new RegExp(`/images/${id}$`))
})

test('an export without an answer is in doubt, and is sent again at a person’s word alone', async ({
  page,
  simulator,
}) => {
  const id = await simulator.putImage({ name: uniqueName('in-doubt') })
  await openImage(page, id)
  await openAct(page, 'Export…')
  await simulator.addFault({ ...call(EXPORT), drop: 'before' })
  await dialog(page).getByRole('button', { name: 'Export image' }).click()
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Unconfirmed')
  await expect(page.getByRole('main')).toContainText('Look into the bucket')
  await expectNoAxeViolations(page)
  const first = page.url()
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(dialog(page)).toContainText('makes no second one')
  await dialog(page).getByRole('button', { name: 'Send again' }).click()
  await expect(page).not.toHaveURL(first)
  await expect(jobStatus(page)).toHaveText('Succeeded')
})

test('a copy, encrypted, is an image of its own that knows what it is a copy of', async ({
  page,
  simulator,
}) => {
  const name = uniqueName('copied')
  const id = await simulator.putImage({ name, __description: 'Golden image' })
  await openImage(page, id)
  await openAct(page, 'Copy…')
  await expect(dialog(page).getByLabel('New image name')).toHaveValue(`${name}-copy`)
  await dialog(page).getByRole('radio', { name: 'With a KMS key' }).check({ force: true })
  await dialog(page).getByRole('button', { name: 'Copy image' }).click()
  await expect(dialog(page)).toContainText('Enter the key’s id.')
  await dialog(page).getByLabel('KMS key id').fill('00000000-0000-4000-8000-00000000dead')
  await dialog(page).getByRole('button', { name: 'Copy image' }).click()
  await expect(dialog(page)).toContainText(/IMG\.00(95|97|99)/)
  await expect(dialog(page).getByLabel('Description')).toHaveValue('Golden image')
  await expectNoAxeViolations(page)

  await dialog(page).getByRole('radio', { name: 'Not encrypted' }).check({ force: true })
  await dialog(page).getByRole('button', { name: 'Copy image' }).click()
  await page.waitForURL(/\/jobs\//)
  await page.waitForURL(/\/images\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}-copy`)
  const origin = page.getByRole('region', { name: 'Where it came from' })
  await expect(origin.getByRole('link', { name, exact: true })).toHaveAttribute('href', `/images/${id}`)
  expect(await simulator.count(COPY)).toBe(2)

  await page.goto('/activity')
  await expect(page.getByRole('main')).toContainText(`Copied ${name}`)
})

test('what is left of a copy that failed leads to the image it was to be a copy of', async ({
  page,
  simulator,
}) => {
  const name = uniqueName('copied-badly')
  const id = await simulator.putImage({ name })
  await openImage(page, id)
  await openAct(page, 'Copy…')
  await dialog(page).getByRole('button', { name: 'Copy image' }).click()
  await page.waitForURL(/\/jobs\//)
  await page.waitForURL(/\/images\//)
  const copy = new URL(page.url()).pathname.split('/').at(-1)
  await simulator.putImage({ id: copy, name: `${name}-copy`, status: 'killed' })
  await page.reload()
  const main = page.getByRole('main')
  await expect(main).toContainText('the copy failed')
  await expect(main.getByRole('link', { name: 'Fix and import again' })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await main.getByRole('link', { name: 'Open the image it copies' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})

test('exports and copies stand among the jobs, and are called what they are', async ({ page, simulator }) => {
  const name = uniqueName('listed-copy')
  const id = await simulator.putImage({ name })
  await openImage(page, id)
  await openAct(page, 'Copy…')
  await dialog(page).getByRole('button', { name: 'Copy image' }).click()
  await page.waitForURL(/\/jobs\//)
  await page.waitForURL(/\/images\//)
  await page.goto('/jobs')
  const row = page.getByRole('row').filter({ hasText: `${name}-copy` })
  await expect(row).toContainText('copied from another image')
  await expect(row).toContainText('Image made')
  await row.getByRole('button', { name: /Actions/ }).click()
  await expect(page.getByRole('menuitem', { name: 'Open' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Import again' })).toHaveCount(0)
})
