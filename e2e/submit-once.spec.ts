import { expect, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, submitImport, uniqueName } from './import-form.ts'

const IMPORT = 'POST /v2/cloudimages/action'
const values = { file: 'ims-image:centos70.qcow2', minDisk: '40' }

test('a double click submits once', async ({ page, simulator }) => {
  await signIn(page)
  await fillImportForm(page, { ...values, name: uniqueName('double') })
  await page.getByRole('button', { name: 'Import image' }).dblclick()
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  expect(await simulator.count(IMPORT)).toBe(1)
})

test('Enter twice submits once', async ({ page, simulator }) => {
  await signIn(page)
  await fillImportForm(page, { ...values, name: uniqueName('enter') })
  await page.getByLabel('Image name').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  expect(await simulator.count(IMPORT)).toBe(1)
})

test('a reload while it is being sent, and sending again, submits once', async ({ page, simulator }) => {
  await signIn(page)
  await fillImportForm(page, { ...values, name: uniqueName('reload') })
  await simulator.addFault({ service: 'ims', method: 'POST', path: '/v2/cloudimages/action', delayMs: 3_000 })
  await submitImport(page)
  await expect(page.getByRole('button', { name: /Sending to IMS/ })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Image file')).toHaveValue(values.file)
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  expect(await simulator.count(IMPORT)).toBe(1)
})

test('the back button from the job does not lead to a form that sends it again', async ({
  page,
  simulator,
}) => {
  await signIn(page, '/images')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Import' }).click()
  await fillImportForm(page, { ...values, name: uniqueName('back') })
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
  await page.goBack()
  await expect(page).toHaveURL(/\/images$/)
  expect(await simulator.count(IMPORT)).toBe(1)
})
