import { expect, signIn, test } from './fixtures.ts'
import { fillImportForm, jobStatus, startImport, uniqueName } from './import-form.ts'

test('a reload, a second tab and a closed tab lose nothing of a running job', async ({
  page,
  context,
  simulator,
}) => {
  await signIn(page)
  await simulator.setSpeed(30)
  const name = uniqueName('long')
  await startImport(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  await expect(jobStatus(page)).toHaveText('Running')
  const address = page.url()

  await page.reload()
  await expect(jobStatus(page)).toHaveText('Running')

  const second = await context.newPage()
  await second.goto(address)
  await expect(jobStatus(second)).toHaveText('Running')
  await page.close()

  await simulator.setSpeed(6000)
  await expect(jobStatus(second)).toHaveText('Succeeded')
  await second.waitForURL(/\/images\//)
})

test('a job that ended while nobody looked stays on its own page', async ({ page }) => {
  await signIn(page)
  await startImport(page, { file: 'ims-image:centos70.qcow2', name: uniqueName('unseen'), minDisk: '40' })
  const address = page.url()
  await page.goto('/jobs')
  await expect(page.getByRole('main').getByText('Succeeded').first()).toBeVisible()
  await page.goto(address)
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await expect(page.getByRole('link', { name: 'Open image' })).toBeVisible()
  await expect(page).toHaveURL(address)
})

test('the draft survives a reload and a new sign-in', async ({ page }) => {
  await signIn(page)
  const name = uniqueName('draft')
  await fillImportForm(page, {
    file: 'ims-image:centos70.qcow2',
    name,
    minDisk: '41',
    system: 'CentOS 7.1 64bit',
  })
  await page.getByLabel('Tags').fill('team.web,')
  await expect(page.getByRole('button', { name: /Remove team\.web/ })).toBeVisible()
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('team.web')
  await page.reload()
  await expect(page.getByLabel('Image name')).toHaveValue(name)
  await expect(page.getByText(/Draft from/)).toBeVisible()
  // Else the file is asked for with the session that is about to be thrown away.
  await expect(page.getByRole('region', { name: 'Preflight' })).toContainText(/checks/)

  await page.context().clearCookies()
  await signIn(page)
  await expect(page.getByLabel('Image name')).toHaveValue(name)
  await expect(page.getByLabel('Minimum disk (GB)')).toHaveValue('41')
  await expect(page.getByRole('combobox', { name: 'Operating system' })).toHaveValue('CentOS 7.1 64bit')
  await page.getByRole('button', { name: 'Start empty' }).click()
  await expect(page.getByLabel('Image name')).toHaveValue('')
})

test('IMS’s own job id leads to the same page', async ({ page, simulator }) => {
  await signIn(page)
  await startImport(page, { file: 'ims-image:centos70.qcow2', name: uniqueName('ims-id'), minDisk: '40' })
  const address = page.url()
  await expect(jobStatus(page)).toHaveText('Succeeded')
  const { jobs } = await simulator.state()
  await page.goto(`/jobs/${jobs[0]?.job_id}`)
  await expect(page).toHaveURL(address)
})
