import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, submitImport, uniqueName } from './import-form.ts'

test('a data disk goes by its own call and shows as one', async ({ page, simulator }) => {
  await signIn(page)
  const name = uniqueName('volume')
  await fillImportForm(page, { type: 'Data disk', file: 'ims-image:data-volume.qcow2', name, minDisk: '20' })
  await expect(page.getByLabel('Operating system')).toHaveCount(0)
  await expect(page.getByLabel('Automatic configuration')).toHaveCount(0)
  await expectNoAxeViolations(page)
  await submitImport(page)

  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await page.waitForURL(/\/images\//)
  await expect(page.getByRole('main')).toContainText(/data disk/i)
  expect(await simulator.count('POST /v1/cloudimages/dataimages/action')).toBe(1)
  expect(await simulator.count('POST /v2/cloudimages/action')).toBe(0)
})

test('a data disk may be larger than a system disk', async ({ page }) => {
  await signIn(page)
  await fillImportForm(page, { minDisk: '2048' })
  await page.getByLabel('Minimum disk (GB)').blur()
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveAccessibleDescription(/Enter 1024 or less/)
  await fillImportForm(page, { type: 'Data disk' })
  await page.getByLabel('Minimum disk (GB)').focus()
  await page.getByLabel('Minimum disk (GB)').blur()
  await expect(page.getByLabel('Minimum disk (GB)')).not.toHaveAccessibleDescription(/or less/)
})
