import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, submitImport, uniqueName } from './import-form.ts'

test('a system disk: sign in, fill in, watch, and the image opens by itself, with one token call in all', async ({
  page,
  simulator,
}) => {
  await signIn(page)
  const name = uniqueName('centos-7')
  await fillImportForm(page, {
    file: 'ims-image:centos70.qcow2',
    name,
    minDisk: '40',
    system: 'CentOS 7.0 64bit',
  })
  await page.getByLabel('Description').fill('Base image')
  await page.getByLabel('Tags').fill('team.web,')
  await submitImport(page)

  await page.waitForURL(/\/jobs\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await page.waitForURL(/\/images\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByRole('main')).toContainText('CentOS 7.0 64bit')
  await expect(page.getByRole('main')).toContainText('40 GB')
  await expect(page.getByRole('main')).toContainText('Base image')
  await expect(page.getByRole('main')).toContainText('ims-image:centos70.qcow2')
  await expectNoAxeViolations(page)

  expect(await simulator.count('POST /v3/auth/tokens')).toBe(1)
  expect(await simulator.count('POST /v2/cloudimages/action')).toBe(1)
})

test('every advanced value reaches IMS', async ({ page, simulator }) => {
  await signIn(page)
  const name = uniqueName('all-values')
  await fillImportForm(page, { file: 'ims-image:debian-12-uefi.qcow2', name, minDisk: '40' })
  await page.getByRole('radio', { name: 'UEFI' }).check({ force: true })
  await page.getByRole('button', { name: /Advanced/ }).click()
  await page.getByLabel('Minimum memory (MB)').fill('1024')
  await page.getByLabel('Maximum memory (MB)').fill('4096')
  await page.getByLabel('Initial configuration done').check()
  await submitImport(page)
  await page.waitForURL(/\/jobs\//)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  const { images } = await simulator.state()
  expect(images.find((image) => image.name === name)).toMatchObject({
    min_ram: 1024,
    max_ram: '4096',
    hw_firmware_type: 'uefi',
    __is_config_init: 'true',
  })
})
