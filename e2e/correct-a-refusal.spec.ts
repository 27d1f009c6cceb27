import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, submitImport, uniqueName } from './import-form.ts'

test('a file that is gone by then is refused at its field, and nothing typed is lost', async ({
  page,
  bucketFiles,
}) => {
  await signIn(page)
  const name = uniqueName('missing')
  bucketFiles.copy('centos70.qcow2', 'changing/gone.qcow2')
  await fillImportForm(page, {
    file: 'ims-image:changing/gone.qcow2',
    name,
    minDisk: '40',
    system: 'CentOS 7.0 64bit',
  })
  await page.getByLabel('Description').fill('kept')
  await expect(page.getByRole('region', { name: 'Preflight' })).toContainText('The format is QCOW2')
  bucketFiles.remove('changing/gone.qcow2')
  await submitImport(page)

  await expect(page.getByRole('main')).toContainText('IMG.0121')
  await expect(page.getByLabel('Image file')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Image name')).toHaveValue(name)
  await expect(page.getByLabel('Description')).toHaveValue('kept')
  await expect(page).toHaveURL(/\/import/)
  await expectNoAxeViolations(page)

  await page.getByLabel('Image file').fill('ims-image:centos70.qcow2')
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
})

test('a file that is empty by then is refused at once', async ({ page, bucketFiles }) => {
  await signIn(page)
  bucketFiles.copy('centos70.qcow2', 'changing/emptied.qcow2')
  await fillImportForm(page, {
    file: 'ims-image:changing/emptied.qcow2',
    name: uniqueName('empty'),
    minDisk: '40',
  })
  await expect(page.getByRole('region', { name: 'Preflight' })).toContainText('The format is QCOW2')
  bucketFiles.write('changing/emptied.qcow2', '')
  await submitImport(page)
  await expect(page.getByRole('main')).toContainText('IMG.0057')
  await expect(page.getByLabel('Image file')).toHaveAttribute('aria-invalid', 'true')
})

test('a user without the right to import is told which right is missing', async ({ page }) => {
  await signIn(page, '/import', { userName: 'reader' })
  await fillImportForm(page, {
    file: 'ims-image:centos70.qcow2',
    name: uniqueName('no-right'),
    minDisk: '40',
  })
  await submitImport(page)
  await expect(page.getByRole('main')).toContainText('IMG.0026')
  await expect(page.getByRole('main')).toContainText(/ims:serverImages:create|IMS Administrator/)
})

test('a busy gateway refuses, and the form keeps its values for another try', async ({ page, simulator }) => {
  await signIn(page)
  const name = uniqueName('busy')
  await fillImportForm(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  await simulator.addFault({ service: 'ims', method: 'POST', path: '/v2/cloudimages/action', status: 429 })
  await submitImport(page)
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByLabel('Image name')).toHaveValue(name)
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
})
