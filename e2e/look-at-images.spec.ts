import { expect, expectNoAxeViolations, signIn, test } from './fixtures.ts'
import { jobStatus, startImport, uniqueName } from './import-form.ts'

test('the lists are empty with one thing to do, and fill', async ({ page }) => {
  await signIn(page, '/images', { project: 'eu-de_lab' })
  await expect(page.getByRole('main')).toContainText('No images yet')
  await expectNoAxeViolations(page)
  await page.goto('/jobs')
  await expect(page.getByRole('main')).toContainText('No imports yet')
  await expectNoAxeViolations(page)
})

test('an import shows in both lists, the newest first, and each row leads to its page', async ({ page }) => {
  await signIn(page)
  const name = uniqueName('listed')
  await startImport(page, {
    file: 'ims-image:centos70.qcow2',
    name,
    minDisk: '40',
    system: 'CentOS 7.0 64bit',
  })
  await expect(jobStatus(page)).toHaveText('Succeeded')
  await page.goto('/images')
  const row = page.getByRole('row').nth(1)
  await expect(row).toContainText(name)
  await expect(row).toContainText('Active')
  await expect(row).toContainText('40 GB')
  await expectNoAxeViolations(page)
  await row.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)

  await page.goto('/jobs')
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name }).first().click()
  await expect(jobStatus(page)).toHaveText('Succeeded')
})

test('an image still being made says so and turns active by itself', async ({ page, simulator }) => {
  await signIn(page)
  await simulator.setSpeed(30)
  const name = uniqueName('importing')
  await startImport(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  await expect(jobStatus(page)).toHaveText('Running')
  await page.goto('/images')
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('main')).toContainText('Still being imported')
  await expectNoAxeViolations(page)
  await simulator.setSpeed(6000)
  await expect(page.getByRole('main')).toContainText('Active')
  await expect(page.getByRole('main')).not.toContainText('Still being imported')
})

test('raw JSON on demand, at an address of its own', async ({ page }) => {
  await signIn(page)
  const name = uniqueName('json')
  await startImport(page, { file: 'ims-image:centos70.qcow2', name, minDisk: '40' })
  await page.waitForURL(/\/images\//)
  await page.getByRole('tab', { name: 'JSON' }).click()
  await expect(page).toHaveURL(/tab=json/)
  await expect(page.getByRole('main')).toContainText('"__os_version"')
  await page.reload()
  await expect(page.getByRole('main')).toContainText('"__os_version"')
  await expectNoAxeViolations(page)
})

for (const address of ['00000000-0000-4000-8000-000000000000', 'not-an-id', '..%2f..%2fetc%2fpasswd']) {
  test(`no image at ${address}`, async ({ page, pageProblems }) => {
    pageProblems.allowFailedRequest(/\/images\//)
    await signIn(page)
    await page.goto(`/images/${address}`)
    await expect(page.getByRole('main')).toContainText('No image with this id in eu-de_demo')
    await expectNoAxeViolations(page)
  })
}

test('no job with an unknown id, nor with another project’s', async ({ page, pageProblems }) => {
  pageProblems.allowFailedRequest(/\/jobs\//)
  await signIn(page)
  await page.goto('/jobs/00000000-0000-4000-8000-000000000000')
  await expect(page.getByRole('main')).toContainText('No job with this id in this project')
  await expectNoAxeViolations(page)
})

test('without the right to see images the missing right is named', async ({
  page,
  simulator,
  pageProblems,
}) => {
  pageProblems.allowFailedRequest(/\/api\/|\/images/)
  await signIn(page)
  await simulator.addFault({
    service: 'ims',
    method: 'GET',
    path: '/v2/cloudimages',
    times: 50,
    status: 403,
    body: { error: { code: 'IMG.0026', message: 'no' } },
  })
  await page.goto('/images')
  await expect(page.getByRole('main')).toContainText('ims:images:list')
})
